"""Facts the tests share."""

LESSON = "02-logistic-regression"
