"""The words of a snapshot."""

from collections.abc import Iterator, Mapping
from typing import Any

from samarbejde.rich_text import plain_text

_MARKUP = frozenset({"body", "closing", "description"})
# What only programs read: a number in it says nothing of a person.
_KEYS = frozenset({"anchor", "lineage", "slug", "kind", "data_kind", "scope", "date", "signed_at"})


def wording(text: Mapping[str, Any]) -> Iterator[str]:
    """Everything in a snapshot, or a part of one, that people read, without markup."""
    for key, value in _leaves(text):
        if key not in _KEYS and value:
            yield plain_text(value) if key in _MARKUP else value


def _leaves(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _leaves(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, key)
    elif isinstance(value, str):
        yield key, value
