from collections.abc import Iterable

from django.db.models import Model, QuerySet
from django.forms import BaseForm, ChoiceField, ModelChoiceField


def offer(form: BaseForm, name: str, offered: "QuerySet[Model] | Iterable[tuple[object, str]]") -> None:
    """Let a field offer what is known only when its form is made: rows, or pairs of value and label."""
    field = form.fields[name]
    if isinstance(offered, QuerySet):
        assert isinstance(field, ModelChoiceField)
        field.queryset = offered
    else:
        assert isinstance(field, ChoiceField)
        field.choices = list(offered)
