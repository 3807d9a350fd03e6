"""What a command shows while it works."""

from __future__ import annotations

import threading

from grader.report import progress


def test_where_nobody_watches_the_bar_is_one_line_at_the_end_and_no_thread_draws_it(capsys):
    before = threading.active_count()
    shown = [(item, threading.active_count(), capsys.readouterr().err) for item in progress("ab", 2, "Grading")]

    assert [("a", before, ""), ("b", before, "")] == shown
    assert "Grading" in (line := capsys.readouterr().err)
    assert "2/2" in line
