"""Mutants of the reference that are right answers too: lesson -> exercise -> change -> the reason why."""

from __future__ import annotations

NUMBER = "a NumPy number is as good as a Python float"
ON_THE_THRESHOLD = "they differ where the probability is 0.5 exactly, which the lesson leaves open"
WHOLE = "a sum of bits is a whole number: above 0 is above one half"
SYMMETRIC = "a maximum is symmetric"
LOG_OF_ZERO = "they differ for a probability of 0 exactly, whose logarithm the lesson leaves open"
AT_THE_CORNER = "they differ at z = 0 only, where there is a corner and no slope, which the lesson leaves open"
A_ROW = "a row of shape (m,) broadcasts as one of shape (1, m) does"
AT_THE_ENDS = "they differ for a probability of 0 or 1 exactly, where the formula divides by 0"

EQUIVALENT: dict[str, dict[str, dict[str, str]]] = {
    "single_neuron": {
        "house_price": {
            "return np.maximum(0, w.T @ X + b)  ->  return np.maximum(w.T @ X + b, 0)": SYMMETRIC,
        },
        "compute_cost": {
            "return (np.sum((Z - Y) ** 2) + lambd * np.sum(w ** 2)) / (2 * m)"
            "  ->  return (np.sum((Y - Z) ** 2) + lambd * np.sum(w ** 2)) / (2 * m)": "a square has no sign",
        },
        "linear_regression": {
            "if abs(costs[-2] - costs[-1]) < tolerance:  ->  if abs(costs[-2] - costs[-1]) <= tolerance:": (
                "they differ where the change is the tolerance to the last bit"
            ),
            "if abs(costs[-2] - costs[-1]) < tolerance:  ->  if abs(costs[-1] - costs[-2]) < tolerance:": (
                "an absolute value has no sign"
            ),
        },
    },
    "logistic_regression": {
        "sigmoid": {
            "return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)"
            "  ->  return np.where(np.asarray(z) > 0, 1, e) / (1 + e)": ("the two differ at z = 0 only, where e = 1"),
            "return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)  ->  return np.where(z >= 0, 1, e) / (1 + e)": (
                "a number and an array compare with 0 by themselves; np.asarray is there for lists"
            ),
        },
        "propagate": {
            "cost = float((np.logaddexp(0, Z) - Y * Z).sum() / m)"
            "  ->  cost = (np.logaddexp(0, Z) - Y * Z).sum() / m": NUMBER,
            "return ({'dw': X @ dZ.T / m, 'db': float(dZ.sum() / m)}, cost)"
            "  ->  return ({'dw': X @ dZ.T / m, 'db': dZ.sum() / m}, cost)": NUMBER,
            "cost = float((np.logaddexp(0, Z) - Y * Z).sum() / m)"
            "  ->  cost = float((np.logaddexp(Z, 0) - Y * Z).sum() / m)": "log(e**0 + e**Z) is symmetric",
        },
        "predict": {
            "return (sigmoid(w.T @ X + b) > 0.5).astype(float)"
            "  ->  return (sigmoid(w.T @ X + b) >= 0.5).astype(float)": ON_THE_THRESHOLD,
        },
    },
    "one_hidden_layer": {
        "compute_cost": {
            "return float(-np.mean(np.log(np.maximum(of_the_right_class, TINY))))"
            "  ->  return -np.mean(np.log(np.maximum(of_the_right_class, TINY)))": NUMBER,
            "return float(-np.mean(np.log(np.maximum(of_the_right_class, TINY))))"
            "  ->  return float(-np.mean(np.log(np.maximum(TINY, of_the_right_class))))": SYMMETRIC,
            "return float(-np.mean(np.log(np.maximum(of_the_right_class, TINY))))"
            "  ->  return float(-np.mean(np.log(of_the_right_class)))": LOG_OF_ZERO,
        },
        "predict": {"return (A2 > 0.5).astype(float)  ->  return (A2 >= 0.5).astype(float)": ON_THE_THRESHOLD},
    },
    "activations": {
        "relu": {"return np.maximum(z, 0)  ->  return np.maximum(0, z)": SYMMETRIC},
        "leaky_relu": {
            "return np.where(z > 0, z, slope * z)  ->  return np.where(z >= 0, z, slope * z)": "at z = 0 both are 0",
        },
        "relu_derivative": {
            "return np.where(z > 0, 1.0, slope)  ->  return np.where(z >= 0, 1.0, slope)": AT_THE_CORNER,
        },
        "softmax_derivative": {
            "return np.diagflat(a) - a @ a.T  ->  return np.diagflat(a) - a * a.T": (
                "a column times a row is the same by broadcasting"
            ),
        },
    },
    "deep_network": {
        "compute_cost": {
            "return float(-np.sum(np.log(np.maximum(of_the_right_class, TINY))) / Y.shape[1])"
            "  ->  return -np.sum(np.log(np.maximum(of_the_right_class, TINY))) / Y.shape[1]": NUMBER,
            "return float(-np.sum(np.log(np.maximum(of_the_right_class, TINY))) / Y.shape[1])"
            "  ->  return float(-np.sum(np.log(np.maximum(TINY, of_the_right_class))) / Y.shape[1])": SYMMETRIC,
            "return float(-np.sum(np.log(np.maximum(of_the_right_class, TINY))) / Y.shape[1])"
            "  ->  return float(-np.sum(np.log(of_the_right_class)) / Y.shape[1])": LOG_OF_ZERO,
        },
        "L_model_backward": {
            f"AL = np.clip(AL, TINY, 1 - EPSILON)  ->  AL = {clipped}": AT_THE_ENDS
            for clipped in (
                "AL",
                "np.clip(TINY, AL, 1 - EPSILON)",
                "np.clip(AL, TINY, 1)",
                "np.clip(AL, TINY, 1 + EPSILON)",
                "np.clip(AL, TINY, 2 - EPSILON)",
            )
        },
    },
    "why_depth": {
        "xor_unit": {
            "either = step(a + b - 0.5)  ->  either = step(a + b)": WHOLE,
            "return step(either - both - 0.5)  ->  return step(either - both)": WHOLE,
        },
        "parity_tree": {
            "X = xor_unit(X[0::2], X[1::2])  ->  X = xor_unit(X[1::2], X[0::2])": "XOR is symmetric",
        },
    },
    "deep_application": {
        "predict": {
            "return (activations(X, parameters)[-1] > 0.5).astype(float)"
            "  ->  return (activations(X, parameters)[-1] >= 0.5).astype(float)": ON_THE_THRESHOLD,
        },
    },
    "training_in_practice": {
        "softmax": {
            "e = np.exp(Z - np.max(Z, axis=0, keepdims=True))  ->  e = np.exp(Z - np.max(Z, axis=0))": A_ROW,
            "return e / np.sum(e, axis=0, keepdims=True)  ->  return e / np.sum(e, axis=0)": A_ROW,
        },
        "cross_entropy": {
            "log_sums = np.logaddexp.reduce(Z, axis=0)  ->  log_sums = np.logaddexp.reduce(Z)": (
                "it reduces along axis 0 by itself"
            ),
            "cost = float(np.mean(log_sums - np.sum(Y * Z, axis=0)))"
            "  ->  cost = np.mean(log_sums - np.sum(Y * Z, axis=0))": NUMBER,
        },
        "l2_penalty": {
            "return (float(lambd * np.sum(W ** 2)), 2 * lambd * W)"
            "  ->  return (lambd * np.sum(W ** 2), 2 * lambd * W)": NUMBER,
        },
        "l1_penalty": {
            "return (float(lambd * np.sum(np.abs(W))), lambd * np.sign(W))"
            "  ->  return (lambd * np.sum(np.abs(W)), lambd * np.sign(W))": NUMBER,
        },
        "confusion_matrix": {
            "counts = np.zeros((C, C), dtype=int)  ->  counts = np.zeros((C, C))": "counts may be floats",
        },
    },
}
