# Turns every warning into an error, and writes on its arguments' flags.
# %% predict
import warnings

warnings.simplefilter("error")
np.seterr(all="raise")
def predict(w, b, X):
    X.setflags(write=False)
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
