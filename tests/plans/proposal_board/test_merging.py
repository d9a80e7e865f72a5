"""Several proposals are merged at once, all of them or none, and nothing is told of it."""

import pytest
from django.urls import reverse

from plans.decisions import workflow as decisions
from plans.decisions.models import PendingDecision
from plans.proposals.states import ProposalState
from samarbejde.transitions import Refused, Stale
from tests.plans.proposals import stages


def address(four):
    named = ",".join(str(one.pk) for one in four)
    return f"{reverse('merge-proposals', args=[four[0].round.plan_id])}?forslag={named}"


def sent(four, into, **changes):
    read = "{" + ", ".join(f'"{one.pk}": 1' for one in four) + "}"
    return {"into": into.pk, "reason": "De vil det samme.", "read": read, **changes}


def test_the_ticked_become_one_and_each_can_be_undone(cast, as_user, four):
    ravens, bikes, night, _harbour = chosen = four
    client = as_user(cast.sekretariat)
    listed = reverse("all-proposals", args=[ravens.round.plan_id])
    answer = client.post(listed, {"proposals": [one.pk for one in chosen[:3]], "merge": "1"})
    assert answer.headers["Location"] == address(chosen[:3]).replace(",", "%2C")
    page = client.get(answer.headers["Location"])
    assert "Saml 3 forslag" in page.text
    told = client.post(address(chosen[:3]), sent(chosen[:3], night), follow=True)
    assert "3 forslag er samlet til ét." in told.text
    pending = PendingDecision.objects.all()
    assert {one.proposal: one.into for one in pending} == {ravens: night, bikes: night}
    assert {stages.fresh(one).state for one in chosen} == {ProposalState.SUBMITTED}
    decisions.undo(ravens, by=cast.sekretariat)
    assert [one.proposal for one in PendingDecision.objects.all()] == [bikes]


def test_all_of_them_or_none(cast, as_user, four):
    ravens, bikes, night, _harbour = four
    stages.merge(night, bikes, by=cast.sekretariat, told=False)  # so that bikes cannot go into night
    with pytest.raises(Refused, match="skal selv samles"):
        decisions.merge_many(
            [ravens, bikes],
            into=night,
            reason="Det samme.",
            seen={ravens.pk: 1, bikes.pk: 1},
            by=cast.sekretariat,
        )
    assert [one.proposal for one in PendingDecision.objects.all()] == [night]
    with pytest.raises(Stale):
        decisions.merge_many(
            [ravens, bikes], into=night, reason="Ja.", seen={ravens.pk: 0}, by=cast.sekretariat
        )


def test_what_was_typed_is_still_there(cast, as_user, four):
    client = as_user(cast.sekretariat)
    answer = client.post(address(four), sent(four, four[0], reason=""))
    assert answer.status_code == 422
    assert "Skriv, hvorfor forslagene samles." in answer.text
    answer = client.post(address(four), sent(four, four[0], read='{"a": "b"}'))
    assert answer.status_code == 422
    assert "De vil det samme." in answer.text
    assert not PendingDecision.objects.exists()


def test_less_than_two_lead_back_to_the_list(cast, as_user, four):
    client = as_user(cast.sekretariat)
    for chosen in (four[:1], []):
        named = ",".join(str(one.pk) for one in chosen)
        page = reverse("merge-proposals", args=[four[0].round.plan_id], query={"forslag": named})
        answer = client.get(page, follow=True)
        assert "Sæt kryds ved mindst to forslag" in answer.text
    both = cast.edge_roles["sekretær og medlem af lokalrådet"]
    page = as_user(both).get(address(four))
    assert [one.council.municipality.name for one in page.context["chosen"]] == ["Skive", "Viborg"]
