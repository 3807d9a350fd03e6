"""What a student's notebook imports: data, plots, explorers and checks. Never imports `grader`."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - a student's kit is run by whatever Python there is
    raise ImportError(
        f"This course needs Python 3.11 or later, and this is {sys.version.split()[0]}. Install one, or take the "
        "conda lines of the README, which bring their own."
    )
