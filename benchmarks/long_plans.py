"""What it costs to work on a long plan, with 60 and 600 sections and all lists of the register filled.

The time is the processor's, which says the same whatever else the machine does. The Danish dictionary is left
out: no dictionary has the words of this population, and it thinks long of a compound that it does not know.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from time import process_time
from unittest.mock import patch

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks import pages
from benchmarks.pages import client_of
from benchmarks.population import populate
from benchmarks.population.drafts import written_again
from councils.models import CouncilKind, MembershipRole
from plans.consistency import remembering, spelling
from plans.consistency.preparing import findings_in_section
from plans.document.models import Plan, Section

SIZES = (60, 600)
STEPS = ("SAVEPOINT", "RELEASE SAVEPOINT")  # of the transaction that all this is measured in
Work = Callable[[], bytes]


@dataclass(frozen=True)
class LongPlan:
    work: str
    sections: int
    queries: int
    milliseconds: float  # of the processor; median of `pages.ROUNDS`
    bytes: int  # of the answer; 0 where there is none


def measure() -> Iterator[LongPlan]:
    """Each work at each size, on a draft that may be written in and builds on last year's plan."""
    for number in SIZES:
        with transaction.atomic(), patch.object(spelling, "dictionary", lambda: None):
            district = populate(1, 2, sections=number)
            plan = written_again(district)
            secretariat = client_of(district, CouncilKind.DISTRICT, MembershipRole.SECRETARIAT)
            for name, work in _works(plan, secretariat):
                yield _cost(name, number, work)
            transaction.set_rollback(True)


def _works(plan: Plan, client: Client) -> Iterator[tuple[str, Work]]:
    section = plan.sections.filter(parent__isnull=False, data="").latest("pk")

    def page(name: str, *keys: int) -> Work:
        return lambda: _answer(client, reverse(name, args=[plan.pk, *keys]))

    yield "tekst", page("plan-text")
    yield "tekst, efter en rettelse", _anew(page("plan-text"))
    yield "indhold", page("plan-outline")
    yield "afsnit, ret", page("edit-section", section.pk)
    yield "afsnit, gem undervejs", _Autosave(client, section)
    yield "afsnit, konflikt samles", _Conflict(client, section)
    yield "afsnit, forhåndsvisning", page("preview-section", section.pk)
    yield "afsnit, PDF", page("preview-section-pdf", section.pk)
    yield "afsnit, kontrol", _anew(lambda: _checked(section))
    yield "plan, kontrol", _anew(page("plan-consistency"))
    yield "tavle", page("plan-board")
    yield "kommentarer", page("plan-comments")
    yield "plan, forhåndsvisning", page("preview-plan")
    yield "plan, ændringer siden sidste år", page("compare-versions")
    yield "plan, Word", page("draft-word")
    older, newer = plan.previous.editions.get(), f"nu-{plan.pk}"
    yield (
        "plan, ændringer i Word",
        lambda: _answer(
            client, f"{reverse('redline-word', args=[plan.pk])}?fra=udgave-{older.pk}&til={newer}"
        ),
    )


def _anew(work: Work) -> Work:
    """As after any change: nothing is known of what the check found before."""

    def done() -> bytes:
        remembering.forget()
        return work()

    return done


def _answer(client: Client, address: str) -> bytes:
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}")
    return answer.content


def _checked(section: Section) -> bytes:
    """As it is asked for at each pause in writing: nothing of the plan is known before."""
    findings_in_section(Plan.objects.get(pk=section.plan_id), section)
    return b""


class _Writing:
    """A section's form as its page sends it."""

    def __init__(self, client: Client, section: Section) -> None:
        stands = Section.objects.get(pk=section.pk)
        self._client, self._words, self._version = client, stands.body, stands.version
        self._rest = {"heading": stands.heading, "kind": stands.kind, "register_data": ""}
        self._address = reverse("edit-section", args=[stands.plan_id, stands.pk])

    def _sent(self, body: str, version: int, *, status: int, **headers: str) -> bytes:
        typed = self._rest | {"body": body, "version": version}
        answer = self._client.post(self._address, typed, **headers)
        if answer.status_code != status:
            raise RuntimeError(f"{self._address} answered {answer.status_code}")
        return answer.content


class _Autosave(_Writing):
    def __call__(self) -> bytes:
        self._words += "<p>Endnu en sætning om tryghed.</p>"
        content = self._sent(self._words, self._version, status=200, HTTP_ACCEPT="application/json")
        self._version = json.loads(content)["version"]
        return content


class _Conflict(_Writing):
    """Somebody else was first: the page with both texts, joined where they do not meet."""

    def __call__(self) -> bytes:
        typed = f"<p>En anden begyndelse.</p>{self._words}"
        return self._sent(typed, self._version - 1, status=409)


def _cost(name: str, sections: int, work: Work) -> LongPlan:
    with CaptureQueriesContext(connection) as captured:
        size = len(work())
    queries = sum(not query["sql"].startswith(STEPS) for query in captured)
    times = []
    for _ in range(pages.ROUNDS):
        begun = process_time()
        work()
        times.append((process_time() - begun) * 1000)
    return LongPlan(name, sections, queries, median(times), size)
