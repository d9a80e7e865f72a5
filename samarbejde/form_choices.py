from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.forms import BaseForm


def offer(form: BaseForm, name: str, offered: "QuerySet[Any] | Iterable[tuple[Any, str]]") -> None:
    """Let a field offer what is known only when its form is made: rows, or pairs of value and label."""
    field: Any = form.fields[name]
    if isinstance(offered, QuerySet):
        field.queryset = offered
    else:
        field.choices = list(offered)
