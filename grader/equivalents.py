"""Mutants of the reference that are right answers too: lesson -> exercise -> change -> the reason why."""

from __future__ import annotations

NUMBER = "a NumPy number is as good as a Python float"
ON_THE_THRESHOLD = "they differ where the probability is 0.5 exactly, which the lesson leaves open"
TEN_THOUSAND = "ten thousand steps take longer than a check may; the notebook shows their result"
SYMMETRIC = "a maximum is symmetric"
LOG_OF_ZERO = "they differ for a probability of 0 exactly, whose logarithm the lesson leaves open"
AT_THE_ENDS = "they differ for a probability of 0 or 1 exactly, where the formula divides by 0"
TRAINS = (
    "def nn_model(X: np.ndarray, Y: np.ndarray, n_h: int, num_iterations: int={}, print_cost: bool=False) -> Arrays:"
)
DEFAULTS = "both settings come as arguments in the cases: three thousand steps take longer than a check may"
TRAINS_BOTH = (
    "def {}(X: np.ndarray, Y: np.ndarray, layers_dims: list[int], learning_rate: float={}, num_iterations: int={},"
    " print_cost: bool=False) -> tuple[Arrays, list[float]]:"
)
OTHER_DEFAULTS = ((1.0075, 3000), (-0.9925, 3000), (0.015, 3000), (0.0075, 3001), (0.0075, 2999), (0.0075, 6000))

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
        "nn_model": {
            f"{TRAINS.format(10000)}  ->  {TRAINS.format(number)}": TEN_THOUSAND for number in (9999, 10001, 20000)
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
        **{
            name: {
                f"{TRAINS_BOTH.format(name, 0.0075, 3000)}  ->  {TRAINS_BOTH.format(name, *other)}": DEFAULTS
                for other in OTHER_DEFAULTS
            }
            for name in ("two_layer_model", "L_layer_model")
        },
        "predict": {
            "return (activations(X, parameters)[-1] > 0.5).astype(float)"
            "  ->  return (activations(X, parameters)[-1] >= 0.5).astype(float)": ON_THE_THRESHOLD,
        },
    },
}
