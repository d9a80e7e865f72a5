"""A proposal is called by a number from the first time it is handed in: »2027-HER-02«."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from plans.proposals.models import Proposal
from samarbejde.outbox.models import Message
from tests.making import a_plan
from tests.plans.proposals import stages

pytestmark = pytest.mark.django_db


def test_a_number_is_of_the_year_the_kommune_and_the_turn(cast):
    round_ = stages.a_round(cast)
    year = round_.plan.year
    draft = stages.drafted(cast, round_, of=stages.words("Kladden"))
    first, second = stages.submitted(cast, round_), stages.submitted(cast, round_)
    other = stages.submitted(cast, round_, place="Viborg")
    assert draft.number is None
    assert [one.number for one in (first, second, other)] == [
        f"{year}-HER-01",
        f"{year}-HER-02",
        f"{year}-VIB-01",
    ]
    assert stages.submit(draft, by=cast.formand_herning).number == f"{year}-HER-03"


def test_it_stays_and_is_given_to_no_other(cast):
    round_ = stages.a_round(cast)
    first = stages.submitted(cast, round_)
    stages.request_changes(first, ["Hvem?"], by=cast.sekretariat)
    first.change_requests.update(answer="Politiet")
    assert stages.submit(first, by=cast.formand_herning).number == first.number
    stages.withdraw(first, by=cast.formand_herning)
    assert stages.fresh(first).number == first.number
    assert stages.submitted(cast, round_).number == f"{round_.plan.year}-HER-02"


def test_what_is_moved_on_has_a_number_in_its_new_round(cast):
    proposal = stages.submitted(cast)
    year = proposal.round.plan.year + 1
    later = stages.a_round(cast, a_plan(cast.kredsraad(), year=year))
    stages.submitted(cast, later)
    stages.postpone(proposal, by=cast.sekretariat)
    assert stages.fresh(proposal).carried_to.number == f"{year}-HER-02"


@pytest.mark.parametrize("number", [None, "", "HER-02", "2027-her-02", "2027-HER-2"])
def test_the_database_refuses_what_was_handed_in_without_one(cast, number):
    proposal = stages.submitted(cast)
    with pytest.raises(DatabaseError), transaction.atomic():
        Proposal.objects.filter(pk=proposal.pk).update(number=number)


def test_two_proposals_never_have_the_same(cast):
    first = stages.submitted(cast)
    second = stages.submitted(cast, first.round)
    with pytest.raises(DatabaseError), transaction.atomic():
        Proposal.objects.filter(pk=second.pk).update(number=first.number)


def test_it_stands_on_every_page_and_sheet(cast, as_user):
    proposal = stages.submitted(cast)
    stages.reject(proposal, by=cast.sekretariat, told=False)
    plan = proposal.round.plan_id
    own = reverse("council-proposals", args=[plan, proposal.council_id])
    for person, pages in (
        (cast.formand_herning, [stages.page(proposal), own]),
        (
            cast.sekretariat,
            [
                stages.page(proposal),
                own,
                reverse("proposal-board", args=[plan]),
                reverse("announce-decisions", args=[plan]),
            ],
        ),
    ):
        for page in pages:
            assert proposal.number in as_user(person).get(page).text, page
    sheet = as_user(cast.sekretariat).get(reverse("proposals-sheet", args=[plan, "csv"]))
    assert proposal.number in sheet.content.decode("utf-8-sig")


def test_it_stands_in_every_letter_about_it(cast):
    round_ = stages.a_round(cast)
    target = stages.submitted(cast, round_, place="Viborg", of=stages.words("Tryghed i natten"))
    proposal = stages.submitted(cast, round_)
    assert f"Kvittering {proposal.number}: " in stages.mail_to(cast.formand_herning)[0]
    assert f"({proposal.number})" in stages.mail_to(cast.sekretariat)[0]
    stages.request_changes(proposal, ["Hvem?"], by=cast.sekretariat)
    assert f"({proposal.number})" in stages.mail_to(cast.formand_herning)[0]
    stages.merge(stages.fresh(proposal), target, by=cast.sekretariat)
    told = stages.mail_to(cast.formand_herning)[0]
    assert f"»Tryg ved stationen« ({proposal.number})\n" in told
    assert f"»Tryghed i natten« ({target.number}) fra" in told
    stages.withdraw(stages.submitted(cast, round_), by=cast.formand_herning)
    assert f"({round_.plan.year}-HER-02)" in Message.objects.filter(to=cast.sekretariat).first().body
