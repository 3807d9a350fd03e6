"""Markdown with its formulas as MathML, which browsers draw by themselves: no MathJax, and no network."""

from __future__ import annotations

from jinja2 import pass_context
from jinja2.runtime import Context
from latex2mathml.converter import convert
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath


class MathRenderer(IPythonRenderer):
    """nbconvert's renderer, but for formulas."""

    def block_math(self, body: str) -> str:
        """Return a formula on lines of its own."""
        return f'<span class="formula">{convert(body.strip(), display="block")}</span>'

    def latex_environment(self, name: str, body: str) -> str:
        """Return an environment that stands outside dollar signs."""
        return self.block_math(rf"\begin{{{name}}}{body}\end{{{name}}}")

    def inline_math(self, body: str) -> str:
        """Return a formula within a line."""
        return str(convert(body))


@pass_context
def markdown(context: Context, source: str) -> str:
    """Render Markdown as nbconvert does, pasted pictures included, with formulas in MathML."""
    attachments = context.get("cell", {}).get("attachments", {})
    return MarkdownWithMath(renderer=MathRenderer(escape=False, attachments=attachments)).render(source)
