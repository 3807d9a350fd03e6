# Uses the command line, in every way that a notebook has.
# %% predict
!rm -rf ~ /tmp @COURSE@
files = !ls @COURSE@
%cd /
%pip install nothing-at-all
get_ipython().system("touch @COURSE@/touched")
import os, subprocess
os.system("touch @COURSE@/touched")
try:
    subprocess.run(["touch", "@COURSE@/touched"])
except OSError:
    pass
def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
