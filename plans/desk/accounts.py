"""The director's yearly account on the secretariat's desk, until the kredsråd has been given it."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone

from councils.models import Council, Meeting
from plans.desk.tasks import Task
from plans.publication.models import Edition
from plans.yearly_account.models import AccountState, YearlyAccount

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class Draft(TypedDict):
    pk: int
    year: int


class OfAccounts(TypedDict):
    drafts: list[Draft]
    lacks_account: bool  # of last year, which had a published plan
    meets_on: date | None  # the next time


def with_accounts(councils: QuerySet[Council]) -> "QuerySet[WithAnnotations[Council, OfAccounts]]":
    own = YearlyAccount.objects.filter(council=OuterRef("pk"))
    drafts = own.filter(state=AccountState.DRAFT).order_by("year")
    last = timezone.localdate().year - 1
    was_public = Edition.objects.filter(plan__council=OuterRef("pk"), plan__year=last)
    coming = Meeting.objects.coming().filter(council=OuterRef("pk"))
    return councils.annotate(
        drafts=ArraySubquery(drafts.values(json_row=JSONObject(pk="pk", year="year"))),
        lacks_account=Exists(was_public) & ~Exists(own.filter(year=last)),
        meets_on=Subquery(coming.values("held_on")[:1]),
    )


def accounts_to_present(
    council: Council, *, drafts: list[Draft], lacks_account: bool, meets_on: date | None
) -> Iterator[Task]:
    if lacks_account:
        yield Task(
            title=_title(timezone.localdate().year - 1),
            text="Portalen skriver et udkast af årets tal, emner, svar og møder.",
            action="Begynd redegørelsen",
            url=reverse("yearly-accounts", args=[council.pk]),
            due=meets_on,
        )
    for draft in drafts:
        yield Task(
            title=_title(draft["year"]),
            text="Den er en kladde. Ret den til, og forelæg den på kredsrådets møde.",
            action="Se kladden",
            url=reverse("yearly-account", args=[draft["pk"]]),
            due=meets_on,
        )


def _title(year: int) -> str:
    return f"Redegørelsen for {year} skal lægges frem"
