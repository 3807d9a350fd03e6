# Returns an array of objects, one of them itself.
# %% predict
def predict(w, b, X):
    answer = np.empty((1, X.shape[1]), dtype=object)
    answer[:] = [[{"a": predict}] * X.shape[1]]
    answer[0, 0] = answer
    return answer
