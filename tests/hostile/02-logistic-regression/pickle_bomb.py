# Returns objects that do harm to whoever unpickles them.
# %% predict
import os
import pickle


class Bomb:
    def __reduce__(self):
        return os.system, ("touch @COURSE@/bombed",)
def predict(w, b, X):
    return [Bomb(), pickle.dumps(Bomb()), np.array([Bomb()])]
