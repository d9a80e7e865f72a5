"""A lokalråd's own, longer deadline."""

import pytest
from django.urls import reverse

from plans.proposals.models import Extension, ProposalRound
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.making import a_plan
from tests.plans.proposals import stages


def extension_page(round_, council):
    return reverse("extend-deadline", args=[round_.plan_id, council.pk])


def test_one_lokalraad_gets_longer_time_with_a_reason(cast, as_user):
    assert cast.formand_herning
    round_ = stages.end(stages.a_round(cast))
    council = cast.lokalraad("Herning")
    assert not round_.is_open_for(council)
    data = {"deadline": stages.in_days(7), "reason": "Mødet blev aflyst af storm"}
    as_user(cast.sekretariat).post(extension_page(round_, council), data)
    round_ = ProposalRound.objects.get()
    assert round_.is_open_for(council)
    assert not round_.is_open_for(cast.lokalraad("Viborg"))
    assert "Mødet blev aflyst af storm" in stages.mail_to(cast.formand_herning)[0]


@pytest.mark.parametrize(
    ("days", "reason", "status", "complaint"),
    [(30, "", 422, "Feltet skal udfyldes."), (3, "Storm", 409, "Vælg en senere dag.")],
)
def test_an_extension_is_longer_and_has_a_reason(cast, as_user, days, reason, status, complaint):
    round_ = stages.a_round(cast)
    data = {"deadline": stages.in_days(days), "reason": reason}
    answer = as_user(cast.sekretariat).post(extension_page(round_, cast.lokalraad("Herning")), data)
    assert answer.status_code == status
    assert complaint in answer.text
    assert reason in answer.text
    assert not Extension.objects.exists()


def test_a_second_extension_replaces_the_first_and_a_repeated_one_does_nothing(cast):
    assert cast.formand_herning
    round_, council = stages.a_round(cast), cast.lokalraad("Herning")
    Message.objects.all().delete()
    for days in (20, 20, 30):
        stages.extend_deadline(
            round_, council, deadline=stages.deadline(days), reason="Storm", by=cast.sekretariat
        )
    assert Extension.objects.get().deadline == stages.deadline(30)
    assert Message.objects.count() == 2


def test_the_same_day_with_another_reason_is_no_longer_time(cast):
    round_, council = stages.a_round(cast), cast.lokalraad("Herning")
    given = {"deadline": stages.deadline(20), "by": cast.sekretariat}
    first = stages.extend_deadline(round_, council, reason="Storm", **given)
    with pytest.raises(Refused, match="har allerede frist"):
        stages.extend_deadline(round_, council, reason="Sne", **given)
    assert Extension.objects.get() == first


def test_longer_time_in_another_round_is_another(cast):
    council, given = cast.lokalraad("Herning"), {"deadline": stages.deadline(20), "reason": "Storm"}
    rounds = [stages.a_round(cast, a_plan(cast.kredsraad(), year)) for year in (2027, 2028)]
    for round_ in rounds:
        stages.extend_deadline(round_, council, by=cast.sekretariat, **given)
    assert [round_.extensions.get().council for round_ in rounds] == [council, council]


def test_a_lokalraad_of_another_district_has_no_deadline_here(cast, as_user):
    round_ = stages.a_round(cast)
    foreign = cast.kredsraad(cast.other_district)
    for council_pk in (foreign.pk, cast.lokalraad("Odense").pk, 0, 10**30):
        address = reverse("extend-deadline", args=[round_.plan_id, council_pk])
        assert as_user(cast.sekretariat).get(address).status_code == 404
        assert as_user(cast.sekretariat).post(address, {"reason": "Storm"}).status_code == 404
    assert not Extension.objects.exists()
