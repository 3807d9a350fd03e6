# Starts threads that go on printing and counting.
# %% predict
import threading
pause = threading.Event()
def chatter():
    while not pause.wait(0.001):
        print("still here")
for _ in range(4):
    threading.Thread(target=chatter, daemon=True).start()
def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
