"""Reads Word documents into blocks."""

from plans.importing.word.reading import read_word

__all__ = ["read_word"]
