# Opens windows and many figures.
# %% predict
import matplotlib
import matplotlib.pyplot as plt
def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
matplotlib.use("TkAgg", force=False)
plt.ion()
for _ in range(30):
    plt.figure()
plt.show(block=True)
