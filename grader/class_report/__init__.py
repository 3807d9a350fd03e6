"""One page about a class: how a lesson went, exercise by exercise, and what deserves a second look."""

from grader.class_report.page import write_report

__all__ = ["write_report"]
