"""Every version of a section: who, when, what changed, and the way back to it."""

import pytest
from django.urls import reverse

from plans.document.models import Carried, Plan, Section
from plans.document.states import PlanState
from plans.drafting.workflow import Direction, move_section, save_section
from tests.redlines import bare


@pytest.fixture
def natteliv(section, cast) -> Section:
    """Three versions, by two people."""
    row = section("Natteliv", body="<p>Politiet går tur.</p>")
    other = section("Ved siden af")
    text = {"heading": "Natteliv", "by": cast.sekretariat}
    row = save_section(row, version=1, body="<p>Politiet går runder.</p>", **text)
    move_section(row, Direction.DOWN, by=cast.sekretariat)
    assert other.position
    return save_section(row, version=2, body="<p><strong>Politiet</strong> går runder.</p>", **text)


@pytest.fixture
def address(natteliv) -> str:
    return reverse("section-history", args=[natteliv.plan_id, natteliv.pk])


def test_each_version_says_who_and_what(address, natteliv, cast, as_user):
    answer = as_user(cast.sekretariat).get(address)
    page = answer.content.decode()
    assert "går <del>tur</del><ins> runder</ins>." in bare(page)
    assert '<ins><span class="sr-only">(nyt: </span> runder<span class="sr-only">)</span></ins>' in page
    assert "Kun formatering eller opbygning er ændret" in page
    assert "Flyttet" in page
    shown = answer.context["versions"]
    assert [version.reason for version in shown] == ["", "Flyttet", "", "Oprettet"]
    assert [version.is_text for version in shown] == [True, False, True, True]
    assert shown[0].who == str(cast.sekretariat)


def test_an_earlier_version_becomes_the_newest(address, natteliv, cast, as_user):
    first = natteliv.history.get(version=1, history_type="+")
    form = {"record": first.pk, "version": natteliv.version}
    answer = as_user(cast.sekretariat).post(address, form, follow=True)
    assert "er gendannet som den nyeste" in answer.content.decode()
    natteliv.refresh_from_db()
    assert (natteliv.body, natteliv.version) == ("<p>Politiet går tur.</p>", 4)
    assert "gendannet" in natteliv.history.latest().history_change_reason


def test_an_earlier_version_is_not_thereby_read(address, natteliv, cast, as_user):
    Section.objects.filter(pk=natteliv.pk).update(carried=Carried.KEPT, unread=True)
    form = {"record": natteliv.history.get(version=1, history_type="+").pk, "version": natteliv.version}
    as_user(cast.sekretariat).post(address, form)
    natteliv.refresh_from_db()
    assert (natteliv.version, natteliv.unread) == (4, True)


def test_not_over_what_another_has_saved_meanwhile(address, natteliv, cast, as_user):
    first = natteliv.history.get(version=1, history_type="+")
    answer = as_user(cast.sekretariat).post(address, {"record": first.pk, "version": 2}, follow=True)
    assert "er ændret af en anden" in answer.content.decode()
    natteliv.refresh_from_db()
    assert natteliv.version == 3


def test_not_in_a_plan_whose_text_lies_fast(address, natteliv, cast, as_user):
    Plan.objects.update(state=PlanState.SIGNED)
    client = as_user(cast.sekretariat)
    assert "Gendan denne udgave" not in client.get(address).content.decode()
    first = natteliv.history.get(version=1, history_type="+")
    answer = client.post(address, {"record": first.pk, "version": 3}, follow=True)
    assert "ligger fast" in answer.content.decode()
    natteliv.refresh_from_db()
    assert natteliv.version == 3


def test_a_version_of_another_section_is_not_found(address, natteliv, section, cast, as_user):
    strange = section("En anden", body="<p>Hemmeligt</p>").history.get()
    client = as_user(cast.sekretariat)
    assert client.post(address, {"record": strange.pk, "version": 3}).status_code == 404
    for form in ({}, {"record": "x", "version": 3}, {"record": "9" * 400, "version": 3}):
        assert "Vælg en udgave" in client.post(address, form, follow=True).content.decode()


@pytest.mark.parametrize("page", ["0", "-1", "NaN", "last", "9" * 40])
def test_strange_page_numbers(address, natteliv, cast, as_user, page):
    shown = as_user(cast.sekretariat).get(address, {"side": page}).context["versions"]
    assert {version.pk for version in shown} == set(natteliv.history.values_list("history_id", flat=True))


def test_a_long_history_is_paged_and_every_version_compared(address, natteliv, cast, as_user):
    for number in range(3, 48):
        natteliv = save_section(
            natteliv, version=number, heading="Natteliv", body=f"<p>Udgave {number}</p>", by=cast.sekretariat
        )
    client = as_user(cast.sekretariat)
    shown = [
        version for page in (1, 2, 3) for version in client.get(address, {"side": page}).context["versions"]
    ]
    assert len(shown) == natteliv.history.count() == 49
    assert len({version.pk for version in shown}) == 49
    assert all(version.body.changed for version in shown if version.is_text)


def test_others_neither_see_it_nor_bring_it_back(address, natteliv, cast, as_user, client):
    first = {"record": natteliv.history.get(version=1, history_type="+").pk, "version": natteliv.version}
    assert client.get(address).url.startswith(reverse("account_login"))
    assert client.post(address, first).url.startswith(reverse("account_login"))
    for person, status in (
        (cast.formand_herning, 403),
        (cast.kontaktudvalg, 403),
        (cast.sekretariat_fyn, 404),
    ):
        answer = as_user(person).get(address)
        assert answer.status_code == status
        assert "Natteliv" not in answer.content.decode()
        assert as_user(person).post(address, first).status_code == status
    version = natteliv.version
    natteliv.refresh_from_db()
    assert natteliv.version == version


def test_any_two_versions_are_compared_the_first_and_the_newest_first(address, natteliv, cast, as_user):
    save_section(
        natteliv, heading="Natteliv", version=3, body="<p>Politiet går to ture.</p>", by=cast.sekretariat
    )
    client = as_user(cast.sekretariat)
    page = bare(client.get(f"{address}sammenlign/").text)
    assert "Politiet går <del>tur</del><ins> to ture</ins>." in page
    second = natteliv.history.filter(body="<p>Politiet går runder.</p>").first()
    page = bare(client.get(f"{address}sammenlign/?fra={second.history_id}").text)
    assert "Politiet går <del>runder</del><ins> to ture</ins>." in page


def test_a_version_of_another_section_is_not_there(address, natteliv, cast, as_user):
    other = Section.objects.get(plan=natteliv.plan, heading="Ved siden af").history.first()
    answer = as_user(cast.sekretariat).get(f"{address}sammenlign/?fra={other.history_id}")
    assert "Versionen findes ikke. Vælg en på listen." in answer.text
    assert "version" not in answer.context
