# Holds characters that editors hide.
# %% predict
def predict(w, b, X):
	A = sigmoid(w.T @ X + b)  # a tab, a zero​width space, a right-to-left mark ‮ and an emoji 🧠
	return (A > 0.5) * 1.0
# %% after:predict-check
x = "\N{NULL}" # ​
