"""Mutants of the reference that are right answers too: lesson -> exercise -> change -> the reason why."""

from __future__ import annotations

NUMBER = "a NumPy number is as good as a Python float"
ON_THE_THRESHOLD = "they differ where the probability is 0.5 exactly, which the lesson leaves open"
SYMMETRIC = "a maximum is symmetric"
LOG_OF_ZERO = "they differ for a probability of 0 exactly, whose logarithm the lesson leaves open"
A_ROW = "a row of shape (m,) broadcasts as one of shape (1, m) does"
AT_THE_ENDS = "they differ for a probability of 0 or 1 exactly, where the formula divides by 0"

EQUIVALENT: dict[str, dict[str, dict[str, str]]] = {
    "logistic_regression": {
        "sigmoid": {
            "return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)"
            "  ->  return np.where(np.asarray(z) > 0, 1, e) / (1 + e)": ("the two differ at z = 0 only, where e = 1"),
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
