"""Right answers to `walk_back` in other styles."""

from __future__ import annotations

import math
import sys
from collections import OrderedDict

import numpy as np

from grader.styles import Gallery
from grader.styles.single_neuron.right import described, sigmoid, walk_back

style = Gallery()


style("walk_back")(walk_back)
style("walk_back", "walk_described")(described(walk_back))


@style("walk_back")
def walk_by_the_short_way(w, b, x, y):
    z = (w.T @ x + b)[0, 0]
    a = sigmoid(z)
    dz = a - y
    L = -y * np.log(a) - (1 - y) * np.log(1 - a)
    return {"z": z, "a": a, "L": L, "da": (a - y) / (a * (1 - a)), "dz": dz, "dw": x * dz, "db": dz}


@style("walk_back")
def walk_in_arrays_of_one(w, b, x, y):
    z = np.dot(w.T, x) + b  # (1, 1)
    a = sigmoid(z)
    L = -(y * np.log(a) + (1 - y) * np.log(1 - a))
    da = -(y / a) + (1 - y) / (1 - a)
    dz = da * (a * (1 - a))
    return {"z": z, "a": a, "L": L, "da": da, "dz": dz, "dw": np.dot(x, dz.T), "db": dz}


@style("walk_back")
def walk_by_if(w, b, x, y):
    z = float(np.sum(w * x) + b)
    a = 1 / (1 + math.exp(-z))
    if y == 1:
        L, da = -math.log(a), -1 / a
    else:
        L, da = -math.log(1 - a), 1 / (1 - a)
    dz = da * a * (1 - a)
    return dict(z=z, a=a, L=L, da=da, dz=dz, dw=dz * x, db=dz)


@style("walk_back")
def walk_by_where(w, b, x, y):
    z = np.vdot(w, x) + b
    a = sigmoid(z)
    truth = np.where(y == 1, a, 1 - a)
    sign = 1 - 2 * y
    return {"z": z, "a": a, "L": -np.log(truth), "da": sign / truth, "dz": a - y, "dw": (a - y) * x, "db": a - y}


@style("walk_back")
def walk_by_loop(w, b, x, y):
    z = b
    for j in range(len(w)):
        z += w[j, 0] * x[j, 0]
    a = sigmoid(z)
    L = -(y * np.log(a) + (1 - y) * np.log(1 - a))
    da = (1 - y) / (1 - a) - y / a
    dz = da * a * (1 - a)
    dw = np.zeros((len(w), 1))
    for j in range(len(w)):
        dw[j, 0] = x[j, 0] * dz
    return {"z": z, "a": a, "L": L, "da": da, "dz": dz, "dw": dw, "db": dz}


@style("walk_back")
def walk_in_another_order(w, b, x, y):
    found = walk_back(w, b, x, y)
    return OrderedDict((name, found[name]) for name in sorted(found, reverse=True))


@style("walk_back")
def walk_with_more_keys(w, b, x, y):
    return walk_back(w, b, x, y) | {"y": y, "x": x}


@style("walk_back")
def walk_by_tanh(w, b, x, y):
    z = np.sum(w * x) + b
    a = (1 + np.tanh(z / 2)) / 2
    dz = a - y
    L = np.log1p(np.exp(z)) - y * z
    return {"z": z, "a": a, "L": L, "da": dz / a / (1 - a), "dz": dz, "dw": np.multiply(x, dz), "db": dz}


@style("walk_back")
def walk_by_likelihood(w, b, x, y):
    z = (x.T @ w).item() + b
    a = np.exp(z) / (1 + np.exp(z))
    L = -np.log(a**y * (1 - a) ** (1 - y))
    da = -y / a + (1 - y) / (1 - a)
    dz = da * (a - a**2)
    return {"z": z, "a": a, "L": L, "da": da, "dz": dz, "dw": np.outer(x, dz), "db": 1 * dz}


@style("walk_back")
def walk_with_small_number_in_log(w, b, x, y):
    z = np.sum(w * x) + b
    a = sigmoid(z)
    L = -(y * np.log(a + 1e-9) + (1 - y) * np.log(1 - a + 1e-9))
    da = -y / a + (1 - y) / (1 - a)
    return {"z": z, "a": a, "L": L, "da": da, "dz": a - y, "dw": x * (a - y), "db": np.array([a - y])}


@style("walk_back")
def walk_in_single_precision(w, b, x, y):
    w, x, b = w.astype(np.float32), x.astype(np.float32), np.float32(b)
    z = np.sum(w * x) + b
    a = 1 / (1 + np.exp(-z))
    L = -(y * np.log(a) + (1 - y) * np.log(1 - a))
    da = -y / a + (1 - y) / (1 - a)
    dz = a - y
    return {"z": z, "a": a, "L": L, "da": da, "dz": dz, "dw": x * dz, "db": dz}


@style("walk_back")
def walk_that_prints(w, b, x, y):
    z = np.sum(np.multiply(w, x)) + b
    a = sigmoid(z)
    print("z", z, "a", a, file=sys.stderr)
    L = -(y * np.log(a) + (1 - y) * np.log(1 - a))
    da = np.divide(a - y, a * (1 - a))
    dz = np.multiply(da, a * (1 - a))
    return {"z": z, "a": a, "L": L, "da": da, "dz": dz, "dw": x * dz, "db": dz}
