"""Walkthroughs for people who learn by themselves: each lesson solved and executed on a page, and an index of them."""

from grader.walkthrough.pages import write_walkthroughs

__all__ = ["write_walkthroughs"]
