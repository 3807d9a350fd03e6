"""The right answers, one module a lesson; left out of the student kit."""
