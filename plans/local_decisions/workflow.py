"""A lokalråd's chair writes down what it has decided."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from councils.models import Council, PreventionArea
from plans.document.models import FocusArea
from plans.local_decisions.models import PreventionDecision, TopicChange
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.text.personal_numbers import refuse_in
from samarbejde.transitions import Refused, lock


@transaction.atomic
def decide_on_area(
    council: Council, area: PreventionArea, *, what: str, text: str, decided_on: date, seen: int, by: User
) -> PreventionDecision:
    """The year's first, or a correction of the one numbered `seen`; the same words twice are one."""
    area = lock(area)
    _refuse(decided_on, what, text)
    newest = PreventionDecision.objects.filter(area=area, decided_on__year=decided_on.year).first()
    if newest and (newest.what, newest.text, newest.decided_on) == (what, text, decided_on):
        return newest
    if (newest.number if newest else 0) != seen:
        raise Refused("En anden har skrevet en beslutning, siden du åbnede siden. Læs den, og ret så din.")
    made = PreventionDecision.objects.create(
        area=area,
        council=council,
        number=seen + 1,
        area_name=area.name,
        what=what,
        text=text,
        decided_on=decided_on,
        by=by,
    )
    record("prevention.decided", made.told, by=by, subject=made, within=council)
    return made


@transaction.atomic
def change_topic(
    council: Council, topic: FocusArea, *, text: str, reason: str, changed_on: date, by: User
) -> TopicChange:
    """Told beside the text of the published plan; sent twice it is told once."""
    lock(council)
    _refuse(changed_on, text, reason)
    same = {"plan": topic.plan, "council": council, "lineage": topic.lineage}
    told = TopicChange.objects.filter(**same, text=text, reason=reason, changed_on=changed_on).first()
    if told:
        return told
    made = TopicChange.objects.create(
        **same, topic=topic.title, text=text, reason=reason, changed_on=changed_on, by=by
    )
    record("topic.changed", made.told, by=by, subject=made, within=topic.plan)
    return made


def _refuse(day: date, *words: str) -> None:
    if not all(words):
        raise Refused("Skriv både, hvad der er besluttet, og hvorfor.")
    if day > timezone.localdate():
        raise Refused("Dagen er ikke kommet endnu. Skriv den dag, lokalrådet besluttede det.")
    refuse_in(words)
