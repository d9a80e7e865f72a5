"""Redlines as pages show them."""

import re


def bare(page: str) -> str:
    """Without the words that say what a mark is: <ins>ny</ins> for what is read out as »(nyt: ny)«."""
    return re.sub(r'<span class="sr-only">(?:\(nyt: |\(udgår: |\))</span>', "", page)
