"""What was found is not looked for again while all stands as it was, nor told of what stands no more."""

import time
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from councils.models import Figure, Membership, PreventionArea
from plans.consistency import remembering, spelling, workflow
from plans.consistency.checking import findings_in, sorted_out
from plans.consistency.models import ImportRemark
from plans.consistency.preparing import checked, findings_of
from plans.document.models import MultiYearAgreement, Plan
from plans.drafting.workflow import Direction, delete_section, move_section, save_section
from plans.duties.models import Duty
from tests.making import a_focus_area
from tests.plans.comments.stages import write


@pytest.fixture
def text(plan, section, cast):
    """A plan that nothing is wrong with, and what a change of each kind makes wrong or right."""
    of_year = {"district": cast.district, "year": 2027, "table": "Tal", "row": "Sager"}
    Figure.objects.create(**of_year, value=2800, source="Politiet")
    MultiYearAgreement.objects.create(district=cast.district, name="Aftalen", from_year=2024, to_year=2027)
    section("Indledning", body="<p>Politidirektør Dina Direktør byder velkommen.</p>")
    section("Aftalen", body="<p>Flerårsaftalen gælder til 2027.</p>")
    section("Indsatser", body="<p>Vi har bemærket {tal: Tal, Sager} sager.</p>")
    return plan


def _save(plan, cast, **words):
    row = plan.sections.get(heading="Indledning")
    words = {"heading": row.heading, "body": row.body} | words
    save_section(row, by=cast.sekretariat, version=row.version, **words)


def _heading(plan, cast):
    _save(plan, cast, heading="Mål for 2024")


def _words(plan, cast):
    _save(plan, cast, body="<p>I 2024 skal vi mødes.</p>")


def _moved(plan, cast):
    move_section(plan.sections.get(heading="Indsatser"), Direction.UP, by=cast.sekretariat)


def _deleted(plan, cast):
    delete_section(plan.sections.get(heading="Indsatser"), by=cast.sekretariat)


def _figure(plan, cast):
    Figure.objects.update(value=2900)


def _name_in_the_register(plan, cast):
    user = cast.direktoer
    user.name = "Dorte Direktør"
    user.save()


def _end_of_an_office(plan, cast):
    period = Membership.objects.get(user=cast.naestformand).period
    Membership.objects.filter(user=cast.naestformand).update(
        period=(period.lower, localdate() - timedelta(days=1))
    )


def _prevention_area(plan, cast):
    a_focus_area(plan, "Tryghed", cast.lokalraad("Skive"))
    PreventionArea.objects.create(municipality=cast.municipalities[0], name="Gullestrup", from_year=2025)


def _agreement(plan, cast):
    MultiYearAgreement.objects.update(extended_to=2029)


def _duty(plan, cast):
    Duty.objects.all().delete()


def _topic(plan, cast):
    a_focus_area(plan, "Indsatserne")


def _house_word(plan, cast):
    workflow.list_word(cast.district, kind="house", word="velkommen", right="goddag", by=cast.sekretariat)


def _remark(plan, cast):
    ImportRemark.objects.create(plan=plan, message="Dokumentet havde et tomt afsnit.")


def _year(plan, cast):
    Plan.objects.filter(pk=plan.pk).update(year=2029)


CHANGES = {
    _heading: "2024",
    _words: "2024",
    _moved: "2. Indsatser",
    _deleted: None,
    _figure: "2.900",
    _name_in_the_register: "Dorte",
    _end_of_an_office: "næstformand",
    _prevention_area: "Gullestrup",
    _agreement: "2029",
    _duty: "ingen opgaver",
    _topic: "Indsatserne",
    _house_word: "velkommen",
    _remark: "tomt afsnit",
    _year: "2027",
}


@pytest.mark.parametrize("change", CHANGES)
def test_each_kind_of_change_is_seen_at_once(text, cast, as_user, change):
    before, page = _told(text), as_user(cast.sekretariat)
    address = reverse("plan-text", args=[text.pk])
    page.get(address)
    change(Plan.objects.get(pk=text.pk), cast)
    after, words = _told(text), CHANGES[change]
    assert after != before
    if words:
        assert words not in " ".join(before)
        assert words in " ".join(after)
    shown = page.get(address).text
    assert [message for message in after if _escaped(message) in shown] == after
    assert not [gone for gone in set(before) - set(after) if _escaped(gone) in shown]
    remembering.forget()
    assert _told(text) == after, "as if nothing had been remembered"


def _told(plan):
    return [one.message for one in findings_of(Plan.objects.get(pk=plan.pk))]


def _escaped(message):
    return message.replace("'", "&#x27;").replace('"', "&quot;")


def test_a_reason_takes_it_away_and_its_end_brings_it_back(text, cast):
    [found] = [one for one in findings_of(text) if one.code == "figure-sources"]
    waiver = workflow.waive(text, found.key, "Tallet er kendt.", by=cast.sekretariat)
    assert found.message not in _told(text)
    workflow.take_back(text, waiver, by=cast.sekretariat)
    assert found.message in _told(text)


def test_a_comment_is_counted_though_nothing_else_is_new(text, cast, as_user):
    client, row = as_user(cast.sekretariat), text.sections.get(heading="Aftalen")
    address = reverse("plan-text", args=[text.pk])
    assert "Kommentarer (1)" not in client.get(address).text
    write(row, cast.sekretariat, "Er det rigtigt?")
    assert "Kommentarer (1)" in client.get(address).text


def test_what_stands_as_it_was_is_not_looked_at_again(text):
    first = sorted_out(checked(text))
    again = checked(Plan.objects.get(pk=text.pk))
    assert sorted_out(again) is first
    for row in again.sections:
        lineage = row.place.lineage
        known = findings_in(again, lineage)
        assert known == [one for one in first.standing if lineage in {place.lineage for place in one.places}]
    assert "blocks" not in vars(again.sections[0]), "nothing of it was read"


def test_what_the_dictionary_had_no_time_for_is_looked_for_again(text, section, monkeypatch):
    class Slow:
        def spell(self, word):
            until = time.thread_time() + 0.02
            while time.thread_time() < until:
                pass
            return word != "fjel"

    monkeypatch.setattr(spelling, "_answers", {})
    monkeypatch.setattr(spelling, "dictionary", Slow)
    monkeypatch.setattr(spelling, "PATIENCE", 0.01)
    section("Ord", body="<p>Her er en fjel.</p>")
    rounds = [any("fjel" in message for message in _told(text)) for _ in range(30)]
    assert rounds[0] is False
    assert rounds[-1] is True


def test_no_more_is_remembered_than_there_is_room_for(text, monkeypatch):
    monkeypatch.setattr(remembering, "REMEMBERED", 2)
    monkeypatch.setattr(remembering, "_found", {})
    for year in (2028, 2029, 2030):
        Plan.objects.filter(pk=text.pk).update(year=year)
        assert _told(text)
        assert len(remembering._found) <= 2
