"""Herning's prevention area and its own topic, before and after something is decided on them."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from councils.models import PreventionArea
from plans.document.models import FocusArea
from plans.local_decisions import workflow
from plans.local_decisions.models import PreventionDecision, TopicChange
from tests.cast import Cast
from tests.kept import kept
from tests.making import a_focus_area, a_plan, an_edition

YEAR = timezone.localdate().year
WHAT = "Vi følger området hvert kvartal"
ANSWER = "Politi og boligforening går ture sammen hver fredag."
CHANGE, REASON = "Indsatsen gælder nu også stationen.", "Uroen er flyttet dertil."


@kept
def area(cast: Cast, place: str = "Herning", name: str = "Havrevej") -> PreventionArea:
    where = cast.lokalraad(place).municipality
    return PreventionArea.objects.create(municipality=where, name=name, from_year=YEAR)


@kept
def decided(
    cast: Cast, on: PreventionArea | None = None, *, seen: int = 0, **words: Any
) -> PreventionDecision:
    told = {"what": WHAT, "text": ANSWER, "decided_on": timezone.localdate()} | words
    found = on or area(cast)
    return workflow.decide_on_area(
        cast.lokalraad("Herning"), found, seen=seen, by=cast.formand_herning, **told
    )


@kept
def topic(cast: Cast) -> FocusArea:
    """Of this year's published plan."""
    plan = a_plan(cast.kredsraad(), YEAR)
    found = a_focus_area(plan, "Uro ved torvet", cast.lokalraad("Herning"))
    an_edition(plan)
    return found


@kept
def changed(cast: Cast, of: FocusArea | None = None, **words: Any) -> TopicChange:
    told = {"text": CHANGE, "reason": REASON, "changed_on": timezone.localdate()} | words
    return workflow.change_topic(
        cast.lokalraad("Herning"), of or topic(cast), by=cast.formand_herning, **told
    )


def overview(cast: Cast, year: int = YEAR) -> str:
    """The secretariat's page of it all."""
    return reverse("district-decisions", args=[cast.district.slug, year])


def typed_decision(**changes: Any) -> dict[str, Any]:
    day = f"{timezone.localdate():%d-%m-%Y}"
    return {"what": WHAT, "text": ANSWER, "decided_on": day, "seen": ""} | changes


def typed_change(**changes: Any) -> dict[str, Any]:
    return {"text": CHANGE, "reason": REASON, "changed_on": f"{timezone.localdate():%d-%m-%Y}"} | changes
