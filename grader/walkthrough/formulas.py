"""Markdown with its formulas as MathML, which browsers draw by themselves: no MathJax, and no network."""

from __future__ import annotations

from jinja2 import pass_context
from jinja2.runtime import Context
from math_core import LatexError, LatexToMathML
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from helpers.errors import GraderError

CONVERTER = LatexToMathML(fancy_error=False)  # a message of one line


class MathRenderer(IPythonRenderer):
    """nbconvert's renderer, but for formulas."""

    def block_math(self, body: str) -> str:
        """Return a formula on lines of its own."""
        return f'<span class="formula">{to_mathml(body, displaystyle=True)}</span>'

    def latex_environment(self, name: str, body: str) -> str:
        """Return an environment that stands outside dollar signs."""
        return self.block_math(rf"\begin{{{name}}}{body}\end{{{name}}}")

    def inline_math(self, body: str) -> str:
        """Return a formula within a line."""
        return to_mathml(body, displaystyle=False)


def to_mathml(formula: str, displaystyle: bool) -> str:
    """Return a TeX formula as MathML.

    Raises
    ------
    GraderError
        It is no TeX, or has a command that the converter does not know.
    """
    try:
        return str(CONVERTER.convert_with_local_state(formula, displaystyle=displaystyle))
    except LatexError as error:
        raise GraderError(f"The formula {formula.strip()} cannot be drawn ({error}); write it otherwise.") from error


@pass_context
def markdown(context: Context, source: str) -> str:
    """Render Markdown as nbconvert does, pasted pictures included, with formulas in MathML."""
    attachments = context.get("cell", {}).get("attachments", {})
    return MarkdownWithMath(renderer=MathRenderer(escape=False, attachments=attachments)).render(source)
