"""The first process inside: goes behind the walls, and only then imports what the template needs."""

from __future__ import annotations

import gc
import os
import socket
import traceback

from . import fonts, wire
from .limits import Limits
from .namespaces import Walls
from .plain_walls import NoWalls


def main() -> None:
    """Warm up behind the walls, then fork sessions until the driver hangs up."""
    control = _take_control()
    settings, _ = wire.receive(control, wire.SMALL, 0)
    try:
        walls = Walls() if settings["isolated"] else NoWalls()
        walls.enter()
        fonts.lay_out()
        gc.disable()  # all that is imported from here on stays
        from .template import Template  # not before: two processes would hold it

        template = Template(control, walls, Limits(**settings["limits"]))
        gc.freeze()
        gc.enable()
    except Exception as error:
        last = traceback.format_exception_only(error)[-1].strip()
        wire.send(control, {"fault": last[:500]})
        raise
    wire.send(control, {"ready": True})
    template.serve()
    os._exit(0)  # to take down module by module what was imported would take longer than a session


def _take_control() -> socket.socket:
    """Move the driver's socket away from standard input, where any library may read."""
    control = socket.socket(fileno=os.dup(0))
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return control


if __name__ == "__main__":
    main()
