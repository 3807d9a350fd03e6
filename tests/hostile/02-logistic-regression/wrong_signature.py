# Takes other arguments, or as many as there are.
# %% predict
def predict(*everything, **more):
    raise TypeError("predict() takes 0 positional arguments but 3 were given")
