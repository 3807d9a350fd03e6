"""The hidden half of a test cell where stock nbgrader runs it: cases that no student kit holds.

The course's own autograder does not come here: it calls the function from outside (`grader.grade`).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from grader.draw import draw
from grader.lessons import find_lesson
from helpers.check import called_name, report
from helpers.judge import judge, without_numbers
from helpers.observe import calling

SEED = 20_240_229  # stock nbgrader grades the same notebook to the same score every time


def check_private(lesson: str, fn: Callable[..., Any]) -> None:
    """Check a function on private cases and show the verdict, without the cases' numbers.

    Raises
    ------
    CheckFailed
        Something is wrong (in IPython only).
    GraderError
        There is no such lesson.
    """
    name = called_name(fn, sys._getframe(1), position=1)
    found = find_lesson(lesson)
    question = draw(found, found.exercise(name), SEED)
    report(without_numbers(judge(question, calling(fn))), "the private cases pass too")
