"""A PDF → blocks: by its tags where they hold its text, else by where its letters stand."""

from plans.importing.pdf.reading import read_pdf

__all__ = ["read_pdf"]
