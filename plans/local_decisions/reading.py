"""What is decided and what waits to be, for the lokalråd, the secretariat and citizens. Reads only."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef

from councils.models import Council, CouncilKind, Municipality, PreventionArea
from councils.register.facts import PreventionAreaQuerySet
from plans.document.districts_plan import published_at
from plans.document.models import FocusArea, Plan, Scope
from plans.local_decisions.models import PreventionDecision, TopicChange
from samarbejde import danish
from samarbejde.histories import Record


@dataclass(frozen=True)
class DecidedArea:
    """An area of the year's list, and what was decided on it, the newest first."""

    area: PreventionArea
    decisions: list[PreventionDecision]

    @property
    def newest(self) -> PreventionDecision | None:
        return self.decisions[0] if self.decisions else None


@dataclass(frozen=True)
class ChangedTopic:
    topic: FocusArea
    changes: list[TopicChange]


def areas_of(municipalities: Iterable[Municipality | None], year: int) -> list[DecidedArea]:
    """Two queries, however many there are."""
    places = [one for one in municipalities if one]
    areas = PreventionArea.objects.listed_in(year).filter(municipality__in=places)
    decided: dict[int, list[PreventionDecision]] = defaultdict(list)
    for one in PreventionDecision.objects.filter(decided_on__year=year, area__in=areas).select_related("by"):
        decided[one.area_id].append(one)
    return [DecidedArea(area, decided[area.pk]) for area in areas.select_related("municipality")]


def undecided(year: int) -> PreventionAreaQuerySet:
    """Areas of the year's list that nobody has decided on."""
    decided = PreventionDecision.objects.filter(area=OuterRef("pk"), decided_on__year=year)
    return PreventionArea.objects.listed_in(year).filter(~Exists(decided))


def public_plan(council: Council, year: int) -> Plan | None:
    """The district's for the year, once citizens can read it."""
    found = Plan.objects.filter(council__kind=CouncilKind.DISTRICT, council__district=council.district_id)
    return found.filter(year=year, editions__isnull=False).select_related("council").distinct().first()


def own_topics(council: Council, year: int) -> list[FocusArea]:
    """The lokalråd's own, as the newest edition has them, in its order, whatever the next draft says."""
    plan = public_plan(council, year)
    if plan is None:
        return []
    stood = topics_then(plan).filter(scope=Scope.LOCAL, council=council.pk)
    found = sorted(stood, key=lambda topic: (topic.position, topic.pk))
    for topic in found:
        topic.plan = plan
    return found


def topics_then(plan: Plan) -> Record:
    """Of the public plan, as they were when its newest edition was published."""
    return FocusArea.history.as_of(published_at(plan)).filter(plan=plan.pk)


def changed_topics(council: Council, year: int) -> list[ChangedTopic]:
    changes = _by_lineage(TopicChange.objects.filter(council=council, plan__year=year).select_related("by"))
    return [ChangedTopic(topic, changes.get(topic.lineage, [])) for topic in own_topics(council, year)]


def public_changes(municipality: Municipality, plan: Plan) -> dict[UUID, list[TopicChange]]:
    """For citizens, by the topics' lineage, the newest first: »Ændret d. …: …« beside the edition's text."""
    return _by_lineage(TopicChange.objects.filter(plan=plan, council__municipality=municipality))


def public_decisions(municipality: Municipality, year: int) -> list[PreventionDecision]:
    """For citizens: the newest on each area of the kommune, as it was written."""
    own = PreventionDecision.objects.filter(council__municipality=municipality, decided_on__year=year)
    newest = {one.area_id: one for one in own.order_by("area", "number")}.values()
    return sorted(newest, key=lambda one: danish.sort_key(one.area_name))


def _by_lineage(changes: Iterable[TopicChange]) -> dict[UUID, list[TopicChange]]:
    found: dict[UUID, list[TopicChange]] = defaultdict(list)
    for one in changes:
        found[one.lineage].append(one)
    return dict(found)
