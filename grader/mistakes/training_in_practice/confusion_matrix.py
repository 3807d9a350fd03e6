"""Known mistakes in `confusion_matrix`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


def count(labels, answers, C):
    counts = np.zeros((C, C), dtype=int)
    for k, j in zip(labels[0], answers[0]):
        counts[k, j] += 1
    return counts


@mistake(
    "confusion_matrix",
    says="it is turned: the rows are the answers, the columns the labels",
    hint="Some books have it so; here a row tells what became of the examples of one class.",
)
def confusion_turned(labels, answers, C):
    return count(answers, labels, C)


@mistake(
    "confusion_matrix",
    says="each pair of label and answer is counted once, however often it comes",
    hint="`counts[rows, columns] += 1` adds one to each place that is named, and not one for each time it is named.",
)
def confusion_once(labels, answers, C):
    counts = np.zeros((C, C), dtype=int)
    counts[labels, answers] += 1
    return counts


@mistake(
    "confusion_matrix",
    says="shares come back: the counts are divided by m",
    hint="Counts are whole numbers, and add up to m.",
)
def confusion_shares(labels, answers, C):
    return count(labels, answers, C) / labels.shape[1]


@mistake(
    "confusion_matrix",
    says="each row is divided by its sum",
    hint="Counts are whole numbers, and a class without examples has a row of zeros.",
)
def confusion_shares_of_rows(labels, answers, C):
    counts = count(labels, answers, C)
    return counts / counts.sum(axis=1, keepdims=True)


@mistake(
    "confusion_matrix",
    says="only the right answers are counted",
    hint="The wrong answers are what the table is for: they stand beside the diagonal.",
)
def confusion_right_only(labels, answers, C):
    return np.diag(np.diag(count(labels, answers, C)))


@mistake(
    "confusion_matrix",
    says="only the wrong answers are counted",
    hint="The right answers stand on the diagonal, and belong to the table.",
)
def confusion_wrong_only(labels, answers, C):
    counts = count(labels, answers, C)
    return counts - np.diag(np.diag(counts))


@mistake(
    "confusion_matrix",
    says="the number of classes is taken from the labels, and not from C",
    hint="The last class may have no example here, and still has a row and a column.",
)
def confusion_classes_from_labels(labels, answers, C):
    return count(labels, answers, max(labels.max(), answers.max()) + 1)


@mistake(
    "confusion_matrix",
    says="the number of classes is written as 10",
    hint="There are ten digits, but the next problem has other classes: take their number from C.",
)
def confusion_of_ten(labels, answers, C):
    return count(labels, answers, 10)


@mistake(
    "confusion_matrix",
    says="the classes are counted from 1, so that everything stands a row and a column too early",
    hint="The labels begin at 0, and so do NumPy's rows: nothing has to be taken away.",
)
def confusion_from_one(labels, answers, C):
    return count(labels - 1, answers - 1, C)


@mistake(
    "confusion_matrix",
    says="each example adds its label, and not 1",
    hint="An example of class 7 is one example as well.",
)
def confusion_adds_labels(labels, answers, C):
    counts = np.zeros((C, C), dtype=int)
    for k, j in zip(labels[0], answers[0]):
        counts[k, j] += k
    return counts


@mistake(
    "confusion_matrix",
    says="each label meets every answer, and not that of its own example",
    hint="Walk through the examples once, label and answer side by side: a loop within a loop is too much.",
)
def confusion_every_pair(labels, answers, C):
    counts = np.zeros((C, C), dtype=int)
    for k in labels[0]:
        for j in answers[0]:
            counts[k, j] += 1
    return counts


@mistake(
    "confusion_matrix",
    says="only the labels are counted: the answers are not looked at",
    hint="Every place of the table is named by two classes: the row by the label, the column by the answer.",
)
def confusion_labels_only(labels, answers, C):
    return count(labels, labels, C)
