# A cell magic that is not there.
# %% predict
%%bash
rm -rf /
