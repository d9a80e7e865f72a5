"""Two people write in one thing, whatever it is: nothing is lost, and each sees what the other made."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import pytest
from django.db.models import Model
from django.urls import reverse
from django.utils.html import strip_tags

from plans.document.models import FocusArea, Scope
from plans.drafting.workflow import add_focus_area, edit_focus_area, save_section
from plans.duties.models import Duty
from plans.duties.workflow import edit_duty
from plans.rounds.workflow import change_round
from samarbejde.accounts.models import User
from samarbejde.transitions import Stale
from tests.cast import Cast, person, seat
from tests.making import a_plan
from tests.plans.consultation import stages as consultation
from tests.plans.proposals import stages as proposals
from tests.redlines import bare

pytestmark = pytest.mark.django_db


@dataclass
class Thing:
    """What two people write in: its page, the form as it was opened, and the step of whoever is first."""

    row: Model
    writer: User
    other: User
    address: str
    opened: dict[str, Any]
    save: Callable[[dict[str, Any], User], object]
    text: str  # the field that both write in, and a field of each
    mine: tuple[str, str]
    theirs: tuple[str, str]


def colleague(cast: Cast) -> User:
    return seat(person("kollega", "Karla Kjær"), cast.kredsraad(), "secretariat")


def a_section(cast: Cast) -> Thing:
    row = a_plan(cast.kredsraad()).sections.get(heading="Trivsel for unge")
    opened = {"heading": row.heading, "body": "<p>Før.</p>", "kind": row.kind, "register_data": ""}
    save_section(row, version=1, heading=row.heading, body=opened["body"], by=cast.sekretariat)

    def save(typed: dict[str, Any], by: User) -> object:
        return save_section(row, version=2, heading=typed["heading"], body=typed["body"], by=by)

    address = reverse("edit-section", args=[row.plan_id, row.pk])
    fields = ("body", ("heading", "Min overskrift"), ("body", "<p>Deres egen.</p>"))
    return Thing(row, cast.sekretariat, colleague(cast), address, opened | {"version": 2}, save, *fields)


def a_local_topic(cast: Cast) -> Thing:
    council, by = cast.lokalraad("Lemvig"), cast.sekretariat
    row = add_focus_area(
        a_plan(cast.kredsraad()), title="Havnen", text="<p>H</p>", scope=Scope.LOCAL, council=council, by=by
    )

    def save(typed: dict[str, Any], by: User) -> object:
        return edit_focus_area(row, title=typed["title"], text=typed["text"], version=1, by=by)

    address = reverse("edit-focus-area", args=[row.plan_id, row.pk])
    opened = {"title": "Havnen", "text": "<p>H</p>", "version": 1}
    fields = ("text", ("title", "Min titel"), ("text", "<p>Deres egen.</p>"))
    return Thing(row, by, colleague(cast), address, opened, save, *fields)


def a_duty(cast: Cast) -> Thing:
    plan = a_plan(cast.kredsraad())
    row = Duty.objects.create(plan=plan, wording="Drøft natteliv", who="Lokalrådene", due_year=2027)

    def save(typed: dict[str, Any], by: User) -> object:
        answers = {name: typed[name] for name in ("wording", "who", "modality")}
        return edit_duty(row, answers, version=1, by=by)

    opened = {"wording": row.wording, "who": row.who, "modality": "skal", "due_quarter": "", "due_year": 2027}
    address = reverse("edit-duty", args=[plan.pk, row.pk])
    fields = ("wording", ("due_year", "2028"), ("modality", "bør"))
    opened |= {"addressee": "office", "asked": "answer", "section": "", "version": 1}
    return Thing(row, cast.sekretariat, colleague(cast), address, opened, save, *fields)


def a_proposal(cast: Cast) -> Thing:
    row, chair = proposals.drafted(cast), cast.formand_herning
    opened = asdict(row.words)

    def save(typed: dict[str, Any], by: User) -> object:
        of = proposals.words(**{name: typed[name] for name in opened})
        return proposals.rewrite(row, of, version=1, by=by)

    address = reverse("edit-proposal", args=[row.pk])
    fields = ("text", ("title", "Min titel"), ("background", "<p>Deres egen.</p>"))
    vice_chair = proposals.vice_chair(cast, "Herning")
    return Thing(row, chair, vice_chair, address, opened | {"version": 1}, save, *fields)


def a_round(cast: Cast) -> Thing:
    row = proposals.a_round(cast)

    def save(typed: dict[str, Any], by: User) -> object:
        deadline = proposals.end_of(typed["deadline"])
        return change_round(row, guidance=typed["guidance"], deadline=deadline, version=1, by=by)

    opened = {"guidance": row.guidance, "deadline": proposals.in_days(14), "version": 1}
    address = reverse("open-round", args=[row.plan_id])
    fields = ("guidance", ("deadline", proposals.in_days(20)), ("guidance", "Deres egen."))
    return Thing(row, cast.sekretariat, colleague(cast), address, opened, save, *fields)


def a_remark(cast: Cast) -> Thing:
    heard, chair = consultation.being_heard(cast), cast.formand_herning
    row = consultation.reply(heard, chair, "Før.")

    def save(typed: dict[str, Any], by: User) -> object:
        return consultation.reply(heard, by, typed["text"], version=1)

    opened = {"text": "Før.", "version": 1}
    address = consultation.page(heard, chair)
    both = ("text", ("text", ""), ("text", ""))
    return Thing(row, chair, cast.naestformand_herning, address, opened, save, *both)


def typed(thing: Thing, words: str) -> dict[str, Any]:
    """The form as it was opened, with these words in the field that both write in."""
    is_rich = str(thing.opened[thing.text]).startswith("<p>")
    return thing.opened | {thing.text: f"<p>{words}</p>" if is_rich else words}


THINGS = [a_section, a_local_topic, a_duty, a_proposal, a_round, a_remark]


@pytest.fixture(params=THINGS, ids=lambda make: make.__name__)
def thing(request, cast) -> Thing:
    return request.param(cast)


def rows(row: Model) -> dict[str, Any]:
    row.refresh_from_db()
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def again(answer) -> dict[str, Any]:
    """What the page would send, were its button pressed."""
    values = {field.html_name: field.value() for field in answer.context["form"]}
    return {name: "" if value is None else value for name, value in values.items()}


def sides(answer) -> tuple[str, str]:
    theirs, mine = bare(answer.text).split('aria-labelledby="theirs"')[1].split('aria-labelledby="mine"')
    return theirs, mine.split("</section>")[0]


def test_both_texts_stand_on_the_page_and_the_next_save_counts(thing, as_user):
    thing.save(typed(thing, "Deres ord."), thing.other)
    stored, client = rows(thing.row), as_user(thing.writer)
    answer = client.post(thing.address, typed(thing, "Mine ord."))
    theirs, mine = sides(answer)
    assert answer.status_code == 409
    assert f"{thing.other} har gemt" in answer.text
    assert str(thing.other) in theirs
    assert "<ins>Deres" in theirs
    assert "Mine ord." in mine
    assert "I har ændret det samme sted." in answer.text
    assert f"hvad der skal med fra {thing.other}," in answer.text
    assert rows(thing.row) == stored
    assert client.post(thing.address, again(answer)).status_code == 302
    assert "Mine ord." in str(rows(thing.row))
    assert "Deres ord." in str(list(thing.row.history.values()))


def test_ones_own_second_window_is_told_apart(thing, as_user):
    thing.save(typed(thing, "Fra det ene vindue."), thing.writer)
    answer = as_user(thing.writer).post(thing.address, typed(thing, "Fra det andet."))
    assert "Du har selv gemt" in answer.text
    assert f"{thing.writer} har gemt" not in answer.text
    assert "Du har ændret det samme sted." in answer.text
    assert "hvad der skal med fra det andet vindue," in answer.text
    assert "Fra det ene vindue." in str(rows(thing.row))


@pytest.mark.parametrize("thing", [make for make in THINGS if make is not a_remark], indirect=True)
def test_what_does_not_meet_is_joined(thing, as_user):
    (mine, my_words), (theirs, their_words) = thing.mine, thing.theirs
    thing.save(thing.opened | {theirs: their_words}, thing.other)
    client = as_user(thing.writer)
    answer = client.post(thing.address, thing.opened | {mine: my_words})
    assert answer.status_code == 409
    assert "I har ændret forskellige steder." in answer.text
    for side in sides(answer):
        assert all(str(answer.context["form"][name].label) in side for name in (mine, theirs))
    assert client.post(thing.address, again(answer)).status_code == 302
    shown = client.get(thing.address).context["form"]
    assert str(their_words) in str(shown[theirs].value()).replace("\n", "")
    assert str(my_words) in str(shown[mine].value())


def test_the_same_form_twice_meets_nobody(thing, as_user):
    client = as_user(thing.writer)
    for _ in range(2):
        answer = client.post(thing.address, typed(thing, "Mine ord."))
        assert answer.status_code == 302
    assert thing.row.history.filter(version=rows(thing.row)["version"]).count() == 1


def test_a_choice_is_told_in_words(cast, as_user):
    duty = a_duty(cast)
    duty.save(duty.opened | {"modality": "kan"}, duty.other)
    answer = as_user(duty.writer).post(duty.address, duty.opened | {"modality": "bør"})
    theirs, mine = sides(answer)
    assert "<ins>Kan</ins>" in theirs
    assert "Bør" in mine
    assert "Drøft natteliv" not in theirs  # nobody has changed it


def test_several_choices_are_told_in_words_and_joined(cast, as_user):
    duty = a_duty(cast)
    places = sorted(cast.lokalraad(name).pk for name in ("Herning", "Thisted"))
    named = {"addressee": "named", "council_ids": places, "who": ""}
    edit_duty(duty.row, named, version=1, by=duty.other)
    answer = as_user(duty.writer).post(duty.address, duty.opened | {"modality": "bør"})
    assert "Herning og Thisted" in strip_tags(sides(answer)[0])
    assert as_user(duty.writer).post(duty.address, again(answer)).status_code == 302
    assert set(rows(duty.row)["council_ids"]) == set(places)
    assert rows(duty.row)["modality"] == "bør"


def test_a_district_wide_topic_is_stale_when_its_section_got_another_heading(cast, as_user):
    plan, by = a_plan(cast.kredsraad()), cast.sekretariat
    area = add_focus_area(plan, title="Unge", text="<p>U</p>", scope=Scope.DISTRICT, council=None, by=by)
    save_section(area.section, version=1, heading="Børn", body="<p>U</p>", by=colleague(cast))
    address = reverse("edit-focus-area", args=[plan.pk, area.pk])
    assert as_user(by).get(address).context["form"]["title"].value() == "Børn"
    answer = as_user(by).post(address, {"title": "Unge mænd", "version": 1})
    assert "<ins>Børn</ins>" in sides(answer)[0]
    with pytest.raises(Stale):
        edit_focus_area(area, title="Unge mænd", text="", version=1, by=by)
    assert as_user(by).post(address, again(answer)).status_code == 302
    assert FocusArea.objects.get(pk=area.pk).title == "Unge mænd"


def test_another_edition_of_a_proposal_is_shown_beside_what_was_judged(cast, as_user):
    proposal = proposals.changes_requested(cast)
    of = proposals.words(text="<p>Vi går ture hver dag.</p>")
    points = {point.pk: "Ja." for point in proposal.change_requests.all()}
    proposals.rewrite(proposal, of, version=proposal.version, by=cast.formand_herning, answers=points)
    proposals.submit(proposal, by=cast.formand_herning)
    client = as_user(cast.sekretariat)
    address = reverse("decide-proposal", args=[proposal.pk]) + "?valg=afvis"
    answer = client.post(address, proposals.rejecting(reason="Min grund."))
    theirs, mine = sides(answer)
    assert answer.status_code == 409
    assert "<ins> hver dag</ins>." in theirs
    assert str(cast.formand_herning) in theirs
    assert "Min grund." in mine
    assert client.post(address, again(answer)).status_code == 302
    assert proposals.fresh(proposal).pending_decision.reason == "Min grund."
