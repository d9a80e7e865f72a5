"""What became of a lokalråd's proposals, in the plan and in practice, as it may know. Reads only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models.functions import Coalesce
from django.urls import reverse

from councils.models import Council
from councils.register.offices import Person, offices
from plans.action_plans.models import TOLD, ActionPlan
from plans.document.models import FocusArea
from plans.document.models.sections import anchor_of
from plans.follow_up.models import AnswerSubmission
from plans.follow_up.states import Progress
from plans.follow_up.status import Told, as_told
from plans.proposals.models import Proposal
from plans.proposals.permissions import visible_proposals
from plans.proposals.reading import Glance, glance
from plans.proposals.states import ACCEPTED, DECIDED
from plans.publication.models import Edition
from samarbejde.danish import date_text
from samarbejde.site.sheets import Sheet, Value

SUGGESTION_IN_WORDS = {
    "waiting": "foreslået, ikke afgjort endnu",
    "accepted": "kommet med",
    "declined": "ikke kommet med",
}


@dataclass(frozen=True)
class InPlan:
    """Where its words came to stand."""

    title: str
    note: str  # how it fared there; "" where it simply stands
    address: str  # in the published plan; "" before


@dataclass(frozen=True)
class Outcome:
    year: int
    shown: Glance
    in_plan: InPlan | None
    progress: Told | None  # the lokalråd's newest word of how far it is with the topic
    action_plan: ActionPlan | None  # its newest for the topic

    @property
    def practice(self) -> str:
        """In words, for a spreadsheet."""
        told = f"{self.progress.in_words} ({date_text(self.progress.on)})" if self.progress else ""
        plan = f"handleplan {self.action_plan.year}" if self.action_plan else ""
        return ", ".join(filter(None, [told, plan]))


def outcomes_of(council: Council, person: Person) -> list[Outcome]:
    """The newest year first. The same few queries, however many there are."""
    found = visible_proposals(person).filter(council=council).with_decision().with_topic().with_titles()
    if not offices(person).sits_in(council.pk):
        found = found.submitted_once()
    return _told(list(found.order_by("-round__plan__year", "number", "pk")), council, person)


def outcome_of(proposal: Proposal, person: Person) -> Outcome:
    """`settings.AFTER_A_PROPOSAL`: of one whose page is shown."""
    [found] = _told([proposal], proposal.council, person)
    return found


def _told(proposals: list[Proposal], council: Council, person: Person) -> list[Outcome]:
    shown = {one.pk: glance(one, person) for one in proposals}
    decided = [one for one in proposals if shown[one.pk].state in DECIDED]
    ends = _ends(decided)
    topics = {pk: end.focus_area for pk, end in ends.items() if end.focus_area is not None}
    lineages = {area.lineage for area in topics.values()}
    published = _published(end.round.plan_id for end in ends.values())
    progress, plans = _progress(council, lineages), _action_plans(council, lineages)
    return [
        Outcome(
            year=one.round.plan.year,
            shown=shown[one.pk],
            in_plan=_in_plan(one, ends[one.pk], published) if one.pk in ends else None,
            progress=progress.get(topics[one.pk].lineage) if one.pk in topics else None,
            action_plan=plans.get(topics[one.pk].lineage) if one.pk in topics else None,
        )
        for one in proposals
    ]


def _ends(proposals: Iterable[Proposal]) -> dict[int, Proposal]:
    """By proposal the one that it stands in, itself or what it was merged into; one query for each merge."""
    ends = {one.pk: one for one in proposals}
    while into := {end.merged_into_id for end in ends.values() if end.merged_into_id}:
        found = Proposal.objects.with_places().with_decision().with_topic().in_bulk(into)
        ends = {pk: found.get(end.merged_into_id or 0, end) for pk, end in ends.items()}
    return ends


def _in_plan(proposal: Proposal, end: Proposal, published: Mapping[int, Edition]) -> InPlan | None:
    edition = published.get(end.round.plan_id)
    if end.suggestion is not None:
        note = SUGGESTION_IN_WORDS[end.suggestion.state]
        anchor = anchor_of(end.suggestion.lineage) if end.suggestion.state == "accepted" else ""
        title = f"Afsnittet »{end.suggestion.section_title}«"
        return InPlan(title, note, _address(edition, anchor) if anchor else "")
    if end.state not in ACCEPTED:
        return None
    if end.focus_area is None:
        return InPlan("", "siden taget ud af planen", "")
    area = end.focus_area
    return InPlan(area.title, "", _address(edition, _anchor(area), proposal))


def _anchor(area: FocusArea) -> str:
    return area.section.anchor if area.section is not None else ""


def _address(edition: Edition | None, anchor: str, proposal: Proposal | None = None) -> str:
    """At its section; a local topic stands on the page of the lokalråd's kommune."""
    if edition is None:
        return ""
    where = (edition.plan.council.district.slug, edition.plan.year)
    place = proposal.council.municipality if proposal else None
    if not anchor and place is not None:
        return reverse("municipality-page", args=[*where, place.slug])
    return f"{reverse('edition', args=where)}#{anchor}"


def _published(plans: Iterable[int]) -> dict[int, Edition]:
    found = Edition.objects.in_force().light().filter(plan__in=set(plans))
    return {one.plan_id: one for one in found.select_related("plan__council__district")}


def _progress(council: Council, lineages: set[UUID]) -> dict[UUID, Told]:
    """By topic, the newest."""
    topic = Coalesce("answer__duty__focus_area__lineage", "answer__duty__section__focus_area__lineage")
    found = AnswerSubmission.objects.filter(answer__council=council, progress__in=Progress.values)
    found = found.annotate(lineage=topic).filter(lineage__in=lineages).order_by("submitted_at", "pk")
    return {one.lineage: as_told(one) for one in found} if lineages else {}


def _action_plans(council: Council, lineages: set[UUID]) -> dict[UUID, ActionPlan]:
    """By topic, the newest that the lokalråd has adopted."""
    found = ActionPlan.objects.filter(council=council, lineage__in=lineages, state__in=TOLD)
    return {one.lineage: one for one in found.order_by("year", "pk")} if lineages else {}


def as_sheet(outcomes: Iterable[Outcome], council: Council) -> Sheet:
    headings = ["År", "Nummer", "Forslag", "Tilstand", "Indsendt", "I planen", "Sådan gik det", "I praksis"]
    rows: list[list[Value]] = [
        [
            *(one.year, one.shown.number, one.shown.title, one.shown.label, one.shown.submitted_at),
            *((one.in_plan.title, one.in_plan.note) if one.in_plan else ("", "")),
            one.practice,
        ]
        for one in outcomes
    ]
    name = council.municipality.slug if council.municipality else "lokalraad"
    return Sheet(f"forslag-{name}", "Forslag gennem årene", headings, rows)
