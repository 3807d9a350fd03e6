# Deletes every name that there is, the built-in ones too.
# %% predict
globals().clear()
