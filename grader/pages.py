"""What a student's notebook may put into a web page that other people open: words, tables and pictures, no scripts.

For feedback and the formgrader: `configure` gives these to nbconvert's HTML exporter, which both use.
"""

from __future__ import annotations

import functools
import re
from typing import Any

import bleach
from bleach.css_sanitizer import CSSSanitizer
from bs4 import BeautifulSoup
from jinja2 import pass_context
from jinja2.runtime import Context
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from traitlets.config import Config

TAGS = bleach.ALLOWED_TAGS | {
    *("p", "div", "span", "pre", "br", "hr", "img", "figure", "figcaption", "details", "summary", "progress"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "s", "u", "del", "ins", "mark", "small", "sub", "sup", "dl", "dt", "dd"),
    *("table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td"),
}
ATTRIBUTES = {
    *("class", "id", "title", "style", "lang", "dir", "role", "align", "valign", "border"),
    *("href", "src", "alt", "width", "height", "open", "start", "value", "max"),
    *("scope", "colspan", "rowspan", "aria-hidden", "aria-label"),
}
ADDRESSES = {
    "href": re.compile(r"(#|https?:|mailto:)", re.IGNORECASE),
    "src": re.compile(r"(https?:|data:image/)", re.IGNORECASE),
}
SIDES = ("", "-left", "-right", "-top", "-bottom")
STYLES = {
    *("color", "background", "background-color", "accent-color", "opacity", "vertical-align", "list-style-type"),
    *("font", "font-family", "font-size", "font-style", "font-weight", "font-variant", "line-height", "letter-spacing"),
    *("text-align", "text-decoration", "text-indent", "white-space", "overflow", "overflow-x", "overflow-y"),
    *("width", "height", "max-width", "max-height", "min-width", "min-height", "border-collapse", "border-radius"),
    *(f"{what}{side}" for what in ("margin", "padding", "border") for side in SIDES),
}
LOADS_OR_HIDES = re.compile(r"url|image|expression|\\|/\*", re.IGNORECASE)  # in a style: nothing of ours says so
NUMBER = re.compile(r"\d{1,5}%?")


def configure(c: Config) -> None:
    """Have everything of a student's made harmless on its way into a page."""
    c.HTMLExporter.sanitize_html = True  # no JavaScript, no widgets; HTML goes through `clean_html`
    c.HTMLExporter.exclude_raw = True  # they would go into the page as they are
    c.HTMLExporter.filters = {"clean_html": clean, "markdown2html": markdown}
    c.HTMLExporter.preprocessors = [PlainMetadata]


@functools.lru_cache(maxsize=4096)  # most of a page is the lesson's text, the same for everybody
def clean(text: str) -> str:
    """Return the HTML without anything that could act: only known tags, attributes, styles and addresses stay."""
    soup = BeautifulSoup(str(text), features="html.parser")
    for element in soup(["script", "style"]):  # of other tags the words stay
        element.decompose()
    return str(
        bleach.clean(
            str(soup),
            tags=TAGS,
            attributes=_is_allowed,
            protocols={"http", "https", "mailto", "data"},
            css_sanitizer=CSSSanitizer(allowed_css_properties=STYLES),
            strip=True,
        )
    )


def _is_allowed(tag: str, name: str, value: str) -> bool:
    if name == "style":
        return LOADS_OR_HIDES.search(value) is None
    return name in ATTRIBUTES and (name not in ADDRESSES or ADDRESSES[name].match(value.strip()) is not None)


@pass_context
def markdown(context: Context, source: str) -> str:
    """Render Markdown as nbconvert does, pasted pictures included, and clean what comes."""
    attachments = context.get("cell", {}).get("attachments", {})
    return clean(MarkdownWithMath(renderer=IPythonRenderer(escape=False, attachments=attachments)).render(source))


class PlainMetadata(Preprocessor):
    """Keep of the outputs' metadata what a picture's size needs: the templates print it without quotes."""

    def preprocess_cell(self, cell: NotebookNode, resources: dict[str, Any], index: int) -> tuple[NotebookNode, Any]:
        """Look at the outputs."""
        for output in cell.get("outputs", []):
            if "metadata" in output:
                output.metadata = NotebookNode(
                    {kind: _size(value) for kind, value in output.metadata.items() if isinstance(value, dict)}
                )
        return cell, resources


def _size(metadata: dict[str, Any]) -> dict[str, Any]:
    named = {name: metadata[name] for name in ("width", "height") if name in metadata}
    return {name: value for name, value in named.items() if NUMBER.fullmatch(str(value))}
