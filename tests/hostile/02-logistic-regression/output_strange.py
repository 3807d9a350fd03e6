# Shows displays that are no JSON, no text, or not what they say.
# %% predict
from IPython.display import display


class Odd:
    def _repr_mimebundle_(self, **_): return {"text/html": 7, 7: "seven", "image/png": b"\xff", "a/json": {1, 2}}
    def _repr_html_(self): raise RuntimeError
    def __repr__(self): return "\ud800\0\x1b[2J<script>alert(1)</script>"
display(Odd(), Odd())
print("\ud800 \0 \x1b]0;title\x07")
def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
Odd()
