"""matplotlib's list of the fonts that come with it, kept here for each of its versions.

In an empty home matplotlib would read every font to make the list, a fifth of all that a template's start costs. For
another matplotlib, which does so as long as there is no list for it: ``python -m grader.sandbox.room.fonts``
"""

from __future__ import annotations

import os
import shutil
from operator import attrgetter
from pathlib import Path

LISTS = Path(__file__).parent / "font_lists"


def lay_out() -> None:
    """Put the lists where matplotlib will look for its own."""
    shutil.copytree(LISTS, os.environ["MPLCONFIGDIR"], dirs_exist_ok=True)


def make() -> Path:
    """Make the list for the installed matplotlib: no font of this machine, which is not there inside."""
    import matplotlib
    from matplotlib.font_manager import FontManager, json_dump

    manager = FontManager()
    for fonts in (manager.ttflist, manager.afmlist):
        own = [font for font in fonts if font.fname.startswith(matplotlib.get_data_path())]
        fonts[:] = sorted(own, key=attrgetter("fname"))
    path = LISTS / f"fontlist-v{FontManager.__version__}.json"
    json_dump(manager, path)
    return path


if __name__ == "__main__":
    print(make())
