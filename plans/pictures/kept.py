"""The pictures that texts name. Reads only."""

from base64 import b64encode
from collections.abc import Iterable

from plans.document.models import Plan
from plans.document.snapshot import Snapshot, markup
from plans.pictures.models import Picture
from samarbejde.text.rich_text_pictures import pictures
from samarbejde.transitions import Refused


def named_in(texts: Iterable[str]) -> set[str]:
    return {picture.name for html in texts for picture in pictures(html)}


def refuse_unknown(plan: Plan, texts: Iterable[str]) -> None:
    """Raises `Refused` where a text names a picture that the council of the plan does not keep."""
    names = named_in(texts)
    if names and Picture.objects.filter(council=plan.council_id, name__in=names).count() < len(names):
        raise Refused("Et billede mangler. Slet det i teksten, og læg det op igen.")


def printed(snapshot: Snapshot) -> dict[str, str]:
    """Each picture of a text as an address that holds all of it."""
    names = named_in(markup(snapshot))
    if not names:
        return {}
    district = {"council__district__slug": snapshot["district"]["slug"]}
    kept = Picture.objects.filter(**district, name__in=names).values_list("name", "kind", "content")
    return {name: f"data:{kind};base64,{b64encode(content).decode()}" for name, kind, content in kept}
