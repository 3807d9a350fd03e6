# Starts a task that outlives its cell, and a loop inside the loop.
# %% predict
import asyncio


def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
async def chatter():
    while True:
        await asyncio.sleep(0)
task = asyncio.ensure_future(chatter())
