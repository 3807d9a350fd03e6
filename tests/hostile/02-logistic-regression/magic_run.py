# Runs and loads files by magic.
# %% model
%run @COURSE@/source/02-logistic-regression/02-logistic-regression.ipynb
%load_ext sqlite3
