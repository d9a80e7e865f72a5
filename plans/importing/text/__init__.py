"""A text file → blocks."""

from plans.importing.text.reading import read_text

__all__ = ["read_text"]
