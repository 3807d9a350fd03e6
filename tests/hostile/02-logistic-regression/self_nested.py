# Returns a list that contains itself.
# %% predict
def predict(w, b, X):
    answer = []
    answer.append(answer)
    return answer
