"""What has come of a plan in one kommune: who works together, when they meet, what was done, what is new.

Of texts only what was frozen as it was published; of people, stations and meetings what the register says.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from councils.meetings.states import COMING
from councils.models import (
    LEADERS,
    Meeting,
    Membership,
    MembershipRole,
    Municipality,
    PoliceStation,
    PublishedMinutes,
)
from plans.action_plans.models import PublishedActionPlan, Status
from plans.document.models import Plan
from plans.follow_up.status import PublicStatus, public_status
from plans.local_decisions.models import PreventionDecision, TopicChange
from plans.local_decisions.reading import public_changes, public_decisions
from plans.public.municipalities import Area
from plans.public.topics_as_published import lineages_as_published
from plans.publication.models import Edition
from samarbejde import danish

NEWEST = 6  # of what is new
COMING_MEETINGS = 4


@dataclass(frozen=True)
class News:
    day: date
    text: str
    url: str = ""


@dataclass(frozen=True)
class ActionPlanRow:
    """A published action plan, as a list has it."""

    lineage: UUID
    topic: str
    url: str
    published_on: date
    number: int
    evaluation: str
    done: int
    activities: int


class TopicToday(Area):
    """How far it is, its action plan, and how it has changed, the newest first, where they are public."""

    status: PublicStatus | None
    action_plan: ActionPlanRow | None
    changes: list[TopicChange]


@dataclass(frozen=True)
class MunicipalityToday:
    place: Municipality
    plan: Plan
    edition: Edition
    areas: list[Area]

    @property
    def district_slug(self) -> str:
        """The plan's, whatever district the kommune belongs to today."""
        return self.plan.council.district.slug

    @cached_property
    def seats(self) -> list[Membership]:
        """Of the lokalråd today; of a plan whose year is over, on its last day. Leaders first."""
        day = min(timezone.localdate(), date(self.plan.year, 12, 31))
        held = Membership.objects.on(day).filter(council__municipality=self.place)
        helping = (MembershipRole.DEPUTY, MembershipRole.SECRETARIAT)
        seats = list(held.exclude(role__in=helping).select_related("user").order_by("title", "pk"))
        return sorted(seats, key=lambda seat: [*LEADERS, seat.role].index(seat.role))

    @property
    def leaders(self) -> list[Membership]:
        return [seat for seat in self.seats if seat.role in LEADERS]

    @property
    def members(self) -> list[str]:
        """Their posts alone: who sits there for an association is no public figure."""
        return list(dict.fromkeys(seat.title or "Medlem" for seat in self.seats if seat.role not in LEADERS))

    @cached_property
    def stations(self) -> list[PoliceStation]:
        return list(PoliceStation.objects.filter(municipalities=self.place))

    @cached_property
    def coming_meetings(self) -> list[Meeting]:
        """Those that anybody may come to."""
        found = Meeting.objects.filter(council__municipality=self.place, is_public=True, state__in=COMING)
        found = found.filter(held_on__gte=timezone.localdate(), held_on__year=self.plan.year)
        return list(found.order_by("held_on", "starts_at")[:COMING_MEETINGS])

    @cached_property
    def minutes(self) -> list[PublishedMinutes]:
        found = PublishedMinutes.objects.newest().filter(meeting__council__municipality=self.place)
        return list(found.filter(held_on__year=self.plan.year).order_by("-held_on", "-pk"))

    @cached_property
    def action_plans(self) -> list[ActionPlanRow]:
        where = (self.district_slug, self.plan.year, self.place.slug)
        found = PublishedActionPlan.objects.in_municipality(*where).newest().select_related("plan")
        return [self._row(one) for one in found]

    def _row(self, one: PublishedActionPlan) -> ActionPlanRow:
        where = (self.district_slug, self.plan.year, self.place.slug, one.address)
        activities = one.text["activities"]
        return ActionPlanRow(
            lineage=one.plan.lineage,
            topic=one.text["topic"],
            url=reverse("public-action-plan", args=where),
            published_on=localdate(one.published_at),
            number=one.number,
            evaluation=one.text["evaluation"],
            done=sum(activity["status"] == Status.IN_PLACE for activity in activities),
            activities=len(activities),
        )

    @property
    def evaluated(self) -> list[ActionPlanRow]:
        return [row for row in self.action_plans if row.evaluation]

    @cached_property
    def statuses(self) -> dict[UUID, PublicStatus]:
        return public_status(self.place, self.plan)

    @cached_property
    def decisions(self) -> list[PreventionDecision]:
        return public_decisions(self.place, self.plan.year)

    @cached_property
    def topics(self) -> list[TopicToday]:
        """As the edition has them, in its order."""
        lineages = lineages_as_published(self.edition, self.place)
        plans = {row.lineage: row for row in self.action_plans}
        changes = public_changes(self.place, self.plan)
        return [
            {
                **area,
                "status": self.statuses.get(lineage) if lineage else None,
                "action_plan": plans.get(lineage) if lineage else None,
                "changes": changes.get(lineage, []) if lineage else [],
            }
            for area in self.areas
            for lineage in [lineages.get(area["anchor"] or area["title"])]
        ]

    @property
    def news(self) -> list[News]:
        """The newest first."""
        of_texts = [*self._of_the_plan(), *self._of_minutes(), *self._of_action_plans()]
        found = [*of_texts, *self._of_topics(), *self._of_decisions(), *self._of_changes()]
        return sorted(found, key=lambda one: one.day, reverse=True)[:NEWEST]

    def _of_the_plan(self) -> Iterator[News]:
        again = f" i {self.edition.number}. udgave" if self.edition.number > 1 else ""
        url = reverse("edition", args=[self.district_slug, self.plan.year])
        yield News(localdate(self.edition.published_at), f"{self.plan.title} er offentliggjort{again}", url)

    def _of_minutes(self) -> Iterator[News]:
        for one in self.minutes:
            url = reverse("public-minutes", args=[self.district_slug, one.address])
            words = f"Referat af lokalrådets møde {danish.date_text(one.held_on)}"
            yield News(localdate(one.published_at), words, url)

    def _of_action_plans(self) -> Iterator[News]:
        for row in self.action_plans:
            what = "Sådan gik det" if row.evaluation else "Ny handleplan" if row.number == 1 else "Handleplan"
            yield News(row.published_on, f"{what}: {row.topic}", row.url)

    def _of_topics(self) -> Iterator[News]:
        for topic in self.topics:
            if topic["status"]:
                newest = topic["status"].newest
                yield News(newest.on, f"{topic['title']}: {newest.in_words}")

    def _of_decisions(self) -> Iterator[News]:
        for one in self.decisions:
            yield News(localdate(one.at), f"Beslutning om {one.area_name}: {one.what}", "#decided")

    def _of_changes(self) -> Iterator[News]:
        for topic in self.topics:
            for change in topic["changes"]:
                yield News(localdate(change.at), f"Ændret emne: {topic['title']}", "#topics")
