"""A redline as pages show it: with words for who sees no colours, or hears the page."""

import re

from samarbejde.text.rich_text_notes import each_as

_SPOKEN = {
    "<ins>": '<ins><span class="sr-only">(nyt: </span>',
    "<del>": '<del><span class="sr-only">(udgår: </span>',
    "</ins>": '<span class="sr-only">)</span></ins>',
    "</del>": '<span class="sr-only">)</span></del>',
}
_MARK = re.compile(r"</?(?:ins|del)>")


def with_words(html: str) -> str:
    """Each mark says what it is, and where it ends; a footnote stands in brackets where it is called for."""
    text = each_as(html, lambda note: f'<span class="redline-footnote"> [Fodnote: {note}]</span>')
    return _MARK.sub(lambda mark: _SPOKEN[mark[0]], text)
