"""Pages from templates: whatever comes from a student or the gradebook is text there, never markup."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from helpers.panel import marked


def environment(package: str) -> Environment:
    """Return the templates that lie in a package."""
    made = Environment(
        loader=PackageLoader(package, ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["number"] = number
    made.filters["percent"] = percent
    made.filters["marked"] = lambda text: Markup(marked(text))
    return made


def number(value: float | None, digits: int | None = None) -> str:
    """Write a number as people do, a dash where there is none."""
    if value is None:
        return "–"
    return (f"{value:g}" if digits is None else f"{value:.{digits}f}").replace("-", "−")


def percent(share: float | None) -> str:
    """Write a share in percent, a dash where there is none."""
    return "–" if share is None else f"{share:.0%}"
