"""A round of eleven lokalråd, minute by minute: what each is asked, sees, is written and gets."""

import re
from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from plans.decisions.models import PendingDecision
from plans.document.make_snapshot import make_snapshot
from plans.document.models import FocusArea, Plan
from plans.proposals.models import Proposal
from plans.proposals.states import ProposalState
from samarbejde.accounts.models import User
from samarbejde.outbox.models import Message
from tests.journeys.walk import Walk
from tests.making import a_plan
from tests.plans.proposals import stages

pytestmark = [pytest.mark.django_db, pytest.mark.long]

DENMARK = ZoneInfo("Europe/Copenhagen")
ONE_TIME = re.compile(r'nonce="[^"]+"|name="(csrfmiddlewaretoken|form_key)" value="[^"]+"|n-end="\d+"')
MERGED = {"Herning": "Natteliv uden vold", "Viborg": "Vold i nattelivet", "Skive": "Trygge nætter i byen"}
NO = "Det gør kommunen alene."
TOPIC, LOCAL_TOPIC = "Et natteliv for alle", "Unge ved stationen"


def at(moment: str) -> time_machine.travel:
    """By the Danish clock. The deadline is 1. november kl. 23.59; on 25. oktober the clock goes back."""
    return time_machine.travel(datetime.fromisoformat(f"2026-{moment}").replace(tzinfo=DENMARK), tick=False)


class Round:
    """Who does what in it, each by the portal's own forms."""

    def __init__(self, cast, as_user) -> None:
        self.cast, self.as_user = cast, as_user
        self.plan: Plan = a_plan(cast.kredsraad(), 2027)
        assert len(cast.formaend) == 11
        self.read_until = 0

    def fills(self, person: User, address: str, **filled: object) -> None:
        """Open the page, fill in its form, and send it; what is not named stays as the page had it."""
        client = self.as_user(person)
        form = client.get(address).context["form"]
        shown = {name: field.widget.format_value(form[name].value()) for name, field in form.fields.items()}
        typed = {name: value for name, value in shown.items() if value not in (None, "", [""])}
        done(client.post(address, typed | filled))

    def by_secretariat(self, name: str, *args: object, **filled: object) -> None:
        self.fills(self.cast.sekretariat, reverse(name, args=args), **filled)

    def submits(self, place: str, title: str) -> Proposal:
        address = reverse("write-proposal", args=[self.plan.pk, self.cast.lokalraad(place).pk])
        self.fills(self.cast.formand(place), address, **stages.typed(title=title, submit="1"))
        return Proposal.objects.get(council=self.cast.lokalraad(place), title=title)

    def answers(self, place: str, *texts: str) -> None:
        proposal = self.of(place)
        points = proposal.change_requests.filter(answered_at=None)
        answers = {f"answer_{point.pk}": text for point, text in zip(points, texts, strict=True)}
        self.fills(self.cast.formand(place), stages.edit_page(proposal), submit="1", **answers)

    def decides(self, place: str, choice: str, **filled: object) -> None:
        self.fills(self.cast.sekretariat, stages.decide(self.of(place), choice), **filled)

    def reads(self, person: User, address: str) -> str:
        return self.as_user(person).get(address).text

    def clicks(self, person: User, address: str) -> None:
        done(self.as_user(person).post(address))

    def of(self, place: str) -> Proposal:
        return Proposal.objects.get(council=self.cast.lokalraad(place))

    def states(self) -> dict[str, str]:
        places = Proposal.objects.values_list("council__municipality__name", "state")
        return dict(places)

    def new_mails(self) -> Counter[str]:
        """How many each has got since they were last counted."""
        mails = Message.objects.filter(pk__gt=self.read_until).select_related("to")
        got = Counter(str(mail.to) for mail in mails)
        self.read_until = max((mail.pk for mail in mails), default=self.read_until)
        return got

    def chairs(self, *places: str) -> Counter[str]:
        return Counter(str(self.cast.formand(place)) for place in places)

    def outside(self) -> dict[str, dict[str, str]]:
        """All that everybody but the secretariat can come to, and reads there."""
        cast = self.cast
        people = {
            **{f"formand {place}": cast.formand(place) for place in ("Herning", "Holstebro")},
            "medlem": cast.medlem_herning,
            "kontaktudvalg": cast.kontaktudvalg,
        }
        walks = {who: Walk(self.as_user(person), reverse("desk")) for who, person in people.items()}
        walks["borger"] = Walk(Client(), reverse("front"))
        assert not [fault for walk in walks.values() for fault in walk.faults]
        return {
            who: {address: ONE_TIME.sub("", page) for address, page in walk.pages.items()}
            for who, walk in walks.items()
        }


def done(answer: HttpResponse) -> None:
    """It was taken, and leads on; else it is said what the form missed."""
    assert answer.status_code == 302, answer.context and answer.context["form"].errors


def test_a_round_of_eleven(cast, as_user):
    with at("09-01T09:00"):
        round_ = Round(cast, as_user)
    plan = round_.plan
    everybody = [place.name for place in cast.municipalities]
    secretariat = str(cast.sekretariat)
    the_round_is_called(round_, everybody)
    some_answer_early(round_, secretariat)
    those_who_have_not_are_reminded(round_)
    two_submit_in_the_last_second_and_one_too_late(round_)
    one_has_longer_time(round_)
    two_rounds_of_changes(round_)
    with at("12-01T09:00"):
        before, text, _ = round_.outside(), make_snapshot(plan), round_.new_mails()
        the_secretariat_decides(round_)
        assert make_snapshot(Plan.objects.get(pk=plan.pk)) == text
        assert not round_.new_mails()
        assert set(round_.states().values()) == {ProposalState.SUBMITTED, ProposalState.DRAFT}
        after = round_.outside()
        for who, pages in before.items():
            assert set(after[who]) == set(pages), who
            for address, page in pages.items():
                assert after[who][address] == page, f"{who}: {address}"
    all_is_told_at_once(round_)


def the_round_is_called(round_: Round, everybody: list[str]) -> None:
    with at("09-01T09:00"):
        round_.by_secretariat(
            "open-round", round_.plan.pk, guidance="Tænk på nattelivet.", deadline="01-11-2026"
        )
        assert round_.new_mails() == round_.chairs(*everybody)


def some_answer_early(round_: Round, secretariat: str) -> None:
    cast, plan = round_.cast, round_.plan
    with at("09-20T20:15"):
        for place, title in MERGED.items():
            round_.submits(place, title)
        round_.submits("Struer", "Stationen")
        round_.submits("Holstebro", "Cykelpatruljer")
        address = reverse("say-no-proposals", args=[plan.pk, cast.lokalraad("Lemvig").pk])
        round_.clicks(cast.formand("Lemvig"), address)
        assert Proposal.objects.get(title=MERGED["Herning"]).number == "2027-HER-01"
        receipts = round_.chairs(*MERGED, "Struer", "Holstebro")
        assert round_.new_mails() == receipts + Counter({secretariat: 5})


def those_who_have_not_are_reminded(round_: Round) -> None:
    """On the days that the portal keeps, and never those who have answered."""
    late = ["Ikast-Brande", "Morsø", "Ringkøbing-Skjern", "Silkeborg", "Thisted"]
    for day, told in {"10-18": late, "10-20": [], "10-25": late, "10-31": late}.items():
        with at(f"{day}T09:00"):
            call_command("send_reminders")
            assert round_.new_mails() == round_.chairs(*told), day


def two_submit_in_the_last_second_and_one_too_late(round_: Round) -> None:
    cast = round_.cast
    with at("11-01T23:59:59"):
        round_.submits("Silkeborg", "Lys i parken")
        round_.submits("Thisted", "Havnen om natten")
    with at("11-02T00:00:00"):
        morsoe = round_.submits("Morsø", "Færgen")
        assert morsoe.state == ProposalState.DRAFT
        read = round_.reads(cast.formand("Morsø"), stages.page(morsoe))
        assert "Færgen" in read
        assert "Fristen var" in read
    assert {place for place, state in round_.states().items() if state == ProposalState.SUBMITTED} == {
        *MERGED,
        "Struer",
        "Holstebro",
        "Silkeborg",
        "Thisted",
    }
    round_.new_mails()


def one_has_longer_time(round_: Round) -> None:
    cast, plan = round_.cast, round_.plan
    with at("11-02T10:00"):
        round_.by_secretariat(
            "extend-deadline",
            plan.pk,
            cast.lokalraad("Ikast-Brande").pk,
            deadline="08-11-2026",
            reason="Formanden har været syg.",
        )
        assert round_.new_mails() == round_.chairs("Ikast-Brande")
    with at("11-08T23:59:59"):
        assert round_.submits("Ikast-Brande", "Skolevejen").state == ProposalState.SUBMITTED
        round_.new_mails()


def two_rounds_of_changes(round_: Round) -> None:
    secretariat = str(round_.cast.sekretariat)
    struer = round_.of("Struer")
    for day, points, answers in (
        (10, ("Hvem går turene?", "Hvor tit?"), ("Natteravnene.", "Hver fredag.")),
        (12, ("Også om vinteren?",), ("Ja.",)),
    ):
        with at(f"11-{day}T09:00"):
            asked = {f"point_{number}": point for number, point in enumerate(points, start=1)}
            round_.by_secretariat("request-changes", struer.pk, **asked)
            assert round_.new_mails() == round_.chairs("Struer")
        with at(f"11-{day + 1}T09:00"):
            round_.answers("Struer", *answers)
            assert round_.new_mails() == Counter({secretariat: 1}) + round_.chairs("Struer")
    assert struer.submissions.count() == 3


def the_secretariat_decides(round_: Round) -> None:
    """Over weeks; one is decided twice, since the first time was wrong."""
    cast, plan = round_.cast, round_.plan
    three = [round_.of(place) for place in MERGED]
    chosen = ",".join(str(proposal.pk) for proposal in three)
    address = f"{reverse('merge-proposals', args=[plan.pk])}?forslag={chosen}"
    round_.fills(cast.sekretariat, address, into=three[0].pk, reason="De vil det samme.")
    round_.decides("Herning", "optag", scope="district", title=TOPIC, text=stages.TEXT)
    round_.decides("Struer", "optag", scope="local", title=LOCAL_TOPIC, text=stages.TEXT)
    round_.decides("Holstebro", "optag", scope="local", title="Cykler", text=stages.TEXT)
    round_.clicks(cast.sekretariat, reverse("undo-decision", args=[round_.of("Holstebro").pk]))
    for place in ("Holstebro", "Silkeborg", "Thisted", "Ikast-Brande"):
        round_.decides(place, "afvis", reason=NO)
    assert PendingDecision.objects.count() == 8


def all_is_told_at_once(round_: Round) -> None:
    cast, plan = round_.cast, round_.plan
    with at("12-15T09:00"):
        round_.by_secretariat("announce-decisions", plan.pk)
        assert round_.states() == {
            "Herning": ProposalState.ACCEPTED_DISTRICT,
            "Viborg": ProposalState.MERGED,
            "Skive": ProposalState.MERGED,
            "Struer": ProposalState.ACCEPTED_LOCAL,
            **dict.fromkeys(("Holstebro", "Silkeborg", "Thisted", "Ikast-Brande"), ProposalState.REJECTED),
            "Morsø": ProposalState.DRAFT,
        }
        decided = (*MERGED, "Struer", "Holstebro", "Silkeborg", "Thisted", "Ikast-Brande")
        assert round_.new_mails() == round_.chairs(*decided)
        assert NO in stages.mail_to(cast.formand("Holstebro"))[0]
        assert f"med titlen »{TOPIC}«" in stages.mail_to(cast.formand("Skive"))[0]
        assert {area.title for area in FocusArea.objects.filter(plan=plan)} >= {TOPIC, LOCAL_TOPIC}
        assert not FocusArea.objects.titled("Cykler").exists()
        words = str(make_snapshot(plan))
        assert TOPIC in words
        assert "Færgen" not in words
        own = round_.reads(cast.formand("Skive"), stages.page(round_.of("Skive")))
        assert stages.TEXT in own  # whole, as it was handed in
        assert MERGED["Skive"] in own
