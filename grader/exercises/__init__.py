"""The declarations: one module a lesson, each a list of exercises in teaching order."""
