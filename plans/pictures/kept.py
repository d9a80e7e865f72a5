"""The pictures that texts name. Reads only."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator

from django.apps import apps
from django.db.models import JSONField, Model, TextField
from django.db.models.functions import Cast

from plans.document.models import Plan
from plans.document.snapshot import Snapshot, markup
from plans.pictures.models import Picture
from samarbejde.text.rich_text_pictures import pictures
from samarbejde.transitions import Refused

_NAMED = re.compile(r'data-picture=\\?"([0-9a-f]{64})')


def named_in(texts: Iterable[str]) -> set[str]:
    return {picture.name for html in texts for picture in pictures(html)}


def named_anywhere() -> set[str]:
    """In any text that a plan has or had: every column of this app that could hold one is looked through."""
    return {
        name
        for model in apps.get_app_config(Picture._meta.app_label).get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, TextField | JSONField)
        for name in named_in_column(model, field.attname)
    }


def named_in_column(model: type[Model], column: str) -> Iterator[str]:
    text = Cast(column, TextField())
    rows = model._base_manager.annotate(_text=text).filter(_text__contains="data-picture=")
    for (found,) in rows.values_list("_text").iterator():
        yield from _NAMED.findall(found)


def refuse_unknown(plan: Plan, texts: Iterable[str]) -> None:
    """Raises `Refused` where a text names a picture that the council of the plan does not keep."""
    names = named_in(texts)
    there = Picture.objects.filter(council=plan.council_id, name__in=names).order_by("pk")
    # Held, so that none of them is swept away before the text is saved.
    if names and len(there.select_for_update(of=("self",)).values_list("pk")) < len(names):
        raise Refused("Et billede mangler. Slet det i teksten, og læg det op igen.")


def printed(snapshot: Snapshot) -> dict[str, str]:
    """Each picture of a text as an address that holds all of it."""
    names = named_in(markup(snapshot))
    if not names:
        return {}
    district = {"council__district__slug": snapshot["district"]["slug"]}
    kept = Picture.objects.filter(**district, name__in=names).values_list("name", "kind", "content")
    return {name: f"data:{kind};base64,{b64encode(content).decode()}" for name, kind, content in kept}
