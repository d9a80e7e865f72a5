"""The rooms' admin pages, gathered for Django."""

from councils.register import admin

__all__ = ["admin"]
