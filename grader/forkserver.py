"""What the process that grading workers are forked from imports once, so that each has it from the start."""

from importlib import import_module

from grader.at_rest import collector_at_rest

with collector_at_rest():
    import_module("grader.batch")
    import_module("grader.cli")  # which each worker would, for it is what `course` runs
