"""The duties that published plans lay on bodies, and who of them has answered. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet, Subquery, prefetch_related_objects
from django.utils import timezone

from councils.models import Council, CouncilKind, Meeting, PreventionArea
from plans.document.models import Plan
from plans.document.short_lists import rows_as_list
from plans.duties.models import Addressee, Duty, Modality
from plans.follow_up.models import DutyAnswer
from plans.follow_up.states import AnswerState
from plans.publication.models import Edition
from samarbejde.deadlines import is_over

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


TO_COME = 90  # days: what is due later does not wait for anybody yet


@dataclass(frozen=True)
class Laid:
    """A duty, one body that it is laid on, and what that has answered so far."""

    duty: Duty
    council: Council
    due: date
    answer: DutyAnswer | None
    is_overtaken: bool = False  # the same is asked again this year, and that has come as far

    @property
    def state(self) -> str:
        """As `AnswerState`; "" where nothing is written."""
        return self.answer.state if self.answer else ""

    @property
    def is_missing(self) -> bool:
        """It is to be answered, and nothing stands handed in."""
        return self.duty.modality != Modality.MAY and not (self.answer and self.answer.is_handed_in)

    @property
    def is_late(self) -> bool:
        return self.is_missing and is_over(self.due)

    @property
    def waits_for_body(self) -> bool:
        """On the desk of those who answer: sent back, late, or due in these months.

        What last year's plan asks for stays there until it is answered, or until this year's asks the same.
        """
        if self.state == AnswerState.RETURNED:
            return True
        if self.is_overtaken:
            return False
        return self.is_missing and (self.due - timezone.localdate()).days <= TO_COME

    @property
    def is_of_before(self) -> bool:
        """Of the plan of an earlier year."""
        return self.duty.plan.year < timezone.localdate().year

    @property
    def in_words(self) -> str:
        if self.state in (AnswerState.SUBMITTED, AnswerState.SEEN, AnswerState.RETURNED):
            return self.answer.get_state_display() if self.answer else ""
        return "fristen er overskredet" if self.is_late else "mangler" if self.is_missing else "frivilligt"


def laid_on(
    districts: Iterable[int],
    plan: Plan | None = None,
    *,
    councils: Iterable[Council] | None = None,
    with_words: bool = False,
) -> list[Laid]:
    """Of the published plans of this year and the last, or of one: two queries, however many there are.

    Of `councils` alone it is one. `with_words` reads what was handed in too, in one more. What was written
    into a draft after its plan was published is laid on nobody before that is published too.
    """
    found = list(duties_in_force(districts, plan))
    if councils is None and found:
        held = Council.objects.filter(district__in={duty.plan.council.district_id for duty in found})
        councils = held.select_related("municipality").order_by("municipality__sort_key", "sort_key")
    bodies = list(councils or [])
    laid = [_laid(duty, one) for duty in found for one in bodies if _is_laid_on(duty, one)]
    laid = _overtaken(laid)
    if with_words:
        prefetch_related_objects([one.answer for one in laid if one.answer], "submissions")
    return laid


def _overtaken(laid: list[Laid]) -> list[Laid]:
    """Those of last year marked whose duty was carried on, and is answered or waits there."""
    again = {
        (one.duty.carried_from_id, one.council.pk)
        for one in laid
        if one.waits_for_body or (one.answer and one.answer.is_handed_in)
    }
    return [replace(one, is_overtaken=(one.duty.pk, one.council.pk) in again) for one in laid]


class Beside(TypedDict):
    meeting_days: list[date]  # of the kredsråd
    areas: list[dict[str, int | None]]  # of the list of prevention areas: municipality, from_year, to_year
    written: list[dict[str, int | str]]  # answers: pk, council_id, state


def duties_in_force(
    districts: Iterable[int], plan: Plan | None = None
) -> "QuerySet[WithAnnotations[Duty, Beside]]":
    """With all that says who has them and who has answered, in one query."""
    editions = Edition.objects.in_force().filter(plan=OuterRef("plan"))
    first = Duty.history.filter(id=OuterRef("pk"), history_date__lte=OuterRef("public_at"))
    public_at = Subquery(editions.values("published_at")[:1])
    found = Duty.objects.alias(public_at=public_at).filter(Exists(first), public_at__isnull=False)
    found = found.filter(plan__council__district__in=list(districts))
    found = found.filter(plan__council__kind=CouncilKind.DISTRICT)
    found = found.filter(plan=plan) if plan else found.filter(plan__year__gte=timezone.localdate().year - 1)
    meetings = Meeting.objects.not_cancelled().filter(council=OuterRef("plan__council")).values("held_on")
    listed = PreventionArea.objects.filter(municipality__district=OuterRef("plan__council__district"))
    answers = DutyAnswer.objects.filter(duty=OuterRef("pk")).order_by("pk")
    found = found.select_related("plan__council__district", "section", "focus_area__section")
    return found.annotate(
        meeting_days=ArraySubquery(meetings),
        areas=rows_as_list(listed, "from_year", "to_year", municipality="municipality_id"),
        written=rows_as_list(answers, "id", "state", "council_id"),
    )


def _laid(duty: "WithAnnotations[Duty, Beside]", council: Council) -> Laid:
    written = next((row for row in duty.written if row["council_id"] == council.pk), None)
    answer = _answer(written) if written else None
    if answer:
        answer.duty = duty
    return Laid(duty, council, due_day(duty), answer)


def due_day(duty: "WithAnnotations[Duty, Beside]") -> date:
    """What has no time, and whether it came to a condition, is told of by the end of the plan's year."""
    return duty.last_day(duty.meeting_days) or date(duty.plan.year, 12, 31)


def _answer(written: dict[str, int | str]) -> DutyAnswer:
    """Its words are read when somebody asks for them."""
    names = [field.attname for field in DutyAnswer._meta.concrete_fields if field.attname in written]
    return DutyAnswer.from_db("default", names, [written[name] for name in names])


def _is_laid_on(duty: "WithAnnotations[Duty, Beside]", council: Council) -> bool:
    if council.district_id != duty.plan.council.district_id:
        return False
    match duty.addressee:
        case Addressee.ALL_LOCAL:
            return council.kind == CouncilKind.LOCAL
        case Addressee.NAMED:
            return council.pk in duty.council_ids
        case Addressee.PREVENTION:
            return council.kind == CouncilKind.LOCAL and _has_area(duty, council)
        case Addressee.CONTACT:
            return council.kind == CouncilKind.CONTACT
    return council.kind == CouncilKind.DISTRICT


def _has_area(duty: "WithAnnotations[Duty, Beside]", council: Council) -> bool:
    year = duty.plan.year
    return any(
        area["municipality"] == council.municipality_id
        and (area["from_year"] or 0) <= year <= (area["to_year"] or year)
        for area in duty.areas
    )
