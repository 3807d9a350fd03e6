# Awaits at the top of a cell, and answers with a coroutine.
# %% predict
import asyncio

await asyncio.sleep(0)
async def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
