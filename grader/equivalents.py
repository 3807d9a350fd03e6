"""Mutants of the reference that are right answers too: exercise -> change -> the reason why."""

from __future__ import annotations

PRINTS = "what is printed is a matter of style; only the result is judged"
NUMBER = "a NumPy number is as good as a Python float"

EQUIVALENT: dict[str, dict[str, str]] = {
    "sigmoid": {
        "return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)  ->  return np.where(np.asarray(z) > 0, 1, e) / (1 + e)": (
            "the two differ at z = 0 only, where e = 1"
        ),
        "return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)  ->  return np.where(z >= 0, 1, e) / (1 + e)": (
            "a number and an array compare with 0 by themselves; np.asarray is there for lists"
        ),
    },
    "propagate": {
        "cost = float(np.mean(np.logaddexp(0, Z) - Y * Z))  ->  cost = np.mean(np.logaddexp(0, Z) - Y * Z)": NUMBER,
        "return ({'dw': X @ dZ.T / m, 'db': float(np.sum(dZ) / m)}, cost)"
        "  ->  return ({'dw': X @ dZ.T / m, 'db': np.sum(dZ) / m}, cost)": NUMBER,
        "cost = float(np.mean(np.logaddexp(0, Z) - Y * Z))"
        "  ->  cost = float(np.mean(np.logaddexp(Z, 0) - Y * Z))": "log(e**0 + e**Z) is symmetric",
    },
    "optimize": {
        "if print_cost:  ->  if True:": PRINTS,
        "if print_cost:  ->  if False:": PRINTS,
        "print(f'Cost after iteration {i}: {cost:.6f}')  ->  f'Cost after iteration {i}: {cost:.6f}'": PRINTS,
    },
    "predict": {
        "return (sigmoid(w.T @ X + b) > 0.5).astype(float)  ->  return (sigmoid(w.T @ X + b) >= 0.5).astype(float)": (
            "they differ where the probability is 0.5 exactly, which the lesson leaves open"
        ),
    },
}
