"""Answering a class: a page for each student, by nbgrader's own feedback exporter, with a summary on top."""
