"""Writing a section: nobody's text is overwritten unseen, and nothing typed is lost."""

import pytest
from django.urls import reverse

from plans.document.models import FocusArea, Plan, RegisterData, Scope, Section, SectionKind
from plans.document.states import WRITABLE, PlanState
from plans.drafting.workflow import delete_section, restore_section, save_section
from samarbejde.transitions import Refused, Stale
from tests.cast import person, seat
from tests.redlines import bare

FAST = [state for state in PlanState if state not in WRITABLE]


@pytest.fixture
def natteliv(section) -> Section:
    return section("Natteliv", body="<p>Politiet går tur.</p><p>Midten.</p><p>Kommunen hjælper.</p>")


def save(row, by, **changes):
    text = {"version": row.version, "heading": row.heading, "body": row.body} | changes
    return save_section(row, by=by, **text)


# --- the step -----------------------------------------------------------------------------------------


def test_text_is_cleaned_stored_and_remembered(natteliv, cast):
    saved = save(
        natteliv,
        cast.sekretariat,
        heading="  Natte\u200bliv  i byen ",
        body="<p onclick=x()>Ny</p><script>x</script>",
    )
    assert (saved.heading, saved.body, saved.version) == ("Natteliv i byen", "<p>Ny</p>", 2)
    record = natteliv.history.latest()
    assert (record.history_user, record.body, record.version) == (cast.sekretariat, "<p>Ny</p>", 2)


def test_saving_nothing_new_is_no_version(natteliv, cast):
    assert save(natteliv, cast.sekretariat).version == 1
    assert natteliv.history.count() == 1


def test_a_stale_save_is_refused_with_what_stands(natteliv, cast):
    save(natteliv, cast.sekretariat, body="<p>Først</p>")
    with pytest.raises(Stale) as stale:
        save(natteliv, cast.sekretariat, version=1, body="<p>Sidst</p>")
    assert stale.value.current.body == "<p>Først</p>"
    natteliv.refresh_from_db()
    assert natteliv.body == "<p>Først</p>"


def test_a_focus_areas_section_gives_it_its_title(natteliv, plan, cast):
    area = FocusArea.objects.create(plan=plan, scope=Scope.DISTRICT, section=natteliv, since=2027)
    save(natteliv, cast.sekretariat, heading="Tryg i nattelivet")
    area.refresh_from_db()
    assert area.title == "Tryg i nattelivet"


@pytest.mark.parametrize(
    "changes",
    [{"heading": " "}, {"heading": "x" * 301}, {"body": "x" * 200_001}, {"kind": SectionKind.SECTION}],
)
def test_what_cannot_be_saved_is_refused(natteliv, cast, changes):
    with pytest.raises(Refused):
        save(natteliv, cast.sekretariat, **changes)
    natteliv.refresh_from_db()
    assert natteliv.version == 1


def test_another_kind_fits_what_stands_below(section, cast):
    part = section("Del", kind=SectionKind.PART)
    chapter = section("Kapitel", part)
    save(part, cast.sekretariat, kind=SectionKind.CHAPTER)
    chapter.refresh_from_db()
    assert chapter.kind == SectionKind.SECTION


# --- the page -----------------------------------------------------------------------------------------


@pytest.fixture
def address(natteliv) -> str:
    return reverse("edit-section", args=[natteliv.plan_id, natteliv.pk])


def typed(**changes: object) -> dict[str, object]:
    form = {
        "heading": "Natteliv",
        "body": "<p>Min tekst</p>",
        "kind": "chapter",
        "register_data": "",
        "version": 1,
    }
    return form | changes


def test_it_works(address, natteliv, cast, as_user):
    answer = as_user(cast.sekretariat).post(address, typed(), follow=True)
    assert answer.redirect_chain == [(f"{reverse('plan-text', args=[natteliv.plan_id])}#sagt", 302)]
    assert "Min tekst" in answer.content.decode()
    assert "»Natteliv« er gemt." in answer.content.decode()


def test_plain_text_without_javascript_becomes_paragraphs(address, natteliv, cast, as_user):
    as_user(cast.sekretariat).post(address, typed(body="Første\n\nAndet <3"))
    natteliv.refresh_from_db()
    assert natteliv.body == "<p>Første</p><p>Andet &lt;3</p>"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"heading": ""}, "Skriv en overskrift"),
        ({"heading": "\u00a0\u200b"}, "Skriv en overskrift"),
        ({"heading": "x" * 2001}, "300"),
        ({"body": f"<p>Min tekst {'x' * 200_000}</p>"}, "kan højst rumme 200.000"),
        ({"body": "<blockquote>" * 100 + "Min tekst"}, "60 lag"),
        ({"kind": "section"}, "Marker en gyldig valgmulighed"),
        ({"version": "x"}, "Indtast et heltal"),
    ],
)
def test_bad_input_comes_back_with_what_was_typed(address, natteliv, cast, as_user, changes, says):
    answer = as_user(cast.sekretariat).post(address, typed(**changes))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert "Min tekst" in page
    natteliv.refresh_from_db()
    assert natteliv.version == 1


def test_extra_fields_change_nothing_else(address, natteliv, cast, as_user):
    as_user(cast.sekretariat).post(
        address, typed(plan=0, parent=natteliv.pk, position=99, lineage="x", state="published")
    )
    natteliv.refresh_from_db()
    assert (natteliv.body, natteliv.position, natteliv.parent) == ("<p>Min tekst</p>", 1, None)


def test_two_people_in_different_places_get_both_changes_in_one_text(address, natteliv, cast, as_user):
    save(natteliv, cast.sekretariat, body=natteliv.body.replace("går tur", "går runder"))
    mine = natteliv.body.replace("Kommunen", "Kommunerne")
    client = as_user(cast.sekretariat)
    answer = client.post(address, typed(body=mine))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "flettet sammen" in page
    assert "<ins> runder</ins>." in bare(page)
    form = answer.context["form"]
    assert form["body"].value() == mine.replace("går tur", "går runder")
    assert form["version"].value() == "2"
    client.post(address, typed(body=form["body"].value(), version=2))
    natteliv.refresh_from_db()
    assert "går runder" in natteliv.body
    assert "Kommunerne" in natteliv.body


def test_ones_own_other_window_is_not_called_somebody_else(address, natteliv, cast, as_user):
    """The same login is often open twice; a colleague is named, oneself is not."""
    colleague = seat(person("kollega", "Karla Kjær"), cast.kredsraad(), "secretariat")
    save(natteliv, cast.sekretariat, body="<p>Fra det ene vindue</p>")
    own = as_user(cast.sekretariat).post(address, typed()).content.decode()
    assert "Du har selv gemt afsnittet i et andet vindue" in own
    theirs = as_user(colleague).post(address, typed()).content.decode()
    assert f"{cast.sekretariat} har gemt afsnittet, mens du skrev" in theirs


def test_two_people_in_one_place_see_both_texts_and_lose_none(address, natteliv, cast, as_user):
    save(natteliv, cast.sekretariat, heading="Deres", body="<p>Deres tekst</p>")
    client = as_user(cast.sekretariat)
    answer = client.post(address, typed(heading="Min"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "har ændret det samme sted" in page
    assert "Deres" in page
    assert answer.context["form"]["body"].value() == "<p>Min tekst</p>"
    assert answer.context["form"]["heading"].value() == "Min"
    natteliv.refresh_from_db()
    assert natteliv.body == "<p>Deres tekst</p>"
    client.post(address, typed(heading="Min", version=2))
    natteliv.refresh_from_db()
    assert (natteliv.heading, natteliv.body, natteliv.version) == ("Min", "<p>Min tekst</p>", 3)
    assert natteliv.history.filter(body="<p>Deres tekst</p>").exists()


@pytest.mark.parametrize("state", FAST)
def test_a_plan_whose_text_lies_fast_keeps_what_was_typed_and_shows_the_way(
    address, natteliv, cast, as_user, state
):
    Plan.objects.filter(pk=natteliv.plan_id).update(state=state)
    client = as_user(cast.sekretariat)
    assert "<textarea" not in client.get(address).content.decode()
    answer = client.post(address, typed())
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "ligger fast" in page
    assert reverse("reopen-plan", args=[natteliv.plan_id]) in page
    assert answer.context["form"]["body"].value() == "<p>Min tekst</p>"
    natteliv.refresh_from_db()
    assert natteliv.version == 1


def test_a_session_that_ended_gives_the_text_back(address, natteliv, client, cast, as_user):
    answer = client.post(address, typed(heading="Ny overskrift her"))
    page = answer.content.decode()
    assert answer.status_code == 401
    assert "Du er logget ud" in page
    assert "Min tekst" in page
    assert "Ny overskrift her" in page
    assert 'name="version" value="1"' in page
    again = dict(answer.context["fields"])
    as_user(cast.sekretariat).post(address, again)
    natteliv.refresh_from_db()
    assert (natteliv.heading, natteliv.body) == ("Ny overskrift her", "<p>Min tekst</p>")


def test_what_comes_back_is_inert(address, client):
    page = client.post(
        address, typed(body="<p>Ord<img src=x onerror=alert(1)><script>alert(2)</script></p>")
    ).content.decode()
    assert "<img src=x" not in page
    assert "<script>alert" not in page


def test_a_section_deleted_meanwhile_gives_the_text_back(address, natteliv, cast, as_user):
    delete_section(natteliv, by=cast.sekretariat)
    client = as_user(cast.sekretariat)
    assert client.get(address).status_code == 404
    answer = client.post(address, typed())
    assert answer.status_code == 409
    assert "slettet af en anden" in answer.content.decode()
    assert "Min tekst" in answer.content.decode()
    restore_section(natteliv.plan, natteliv.pk, by=cast.sekretariat)
    assert client.post(address, typed()).status_code == 409  # both texts
    assert client.post(address, typed(version=2)).status_code == 302


def test_others_may_not_write(address, natteliv, cast, as_user):
    for other, status in (
        (cast.formand_herning, 403),
        (cast.medlem_herning, 403),
        (cast.direktoer, 403),
        (cast.borgmester("Skive"), 403),
        (cast.kontaktudvalg, 403),
        (cast.sekretariat_fyn, 404),
        (cast.administrator, 404),
    ):
        assert as_user(other).post(address, typed()).status_code == status
    natteliv.refresh_from_db()
    assert natteliv.version == 1


def test_a_section_of_another_plan_is_not_reached_through_mine(natteliv, cast, as_user):
    other = Plan.objects.create(council=cast.kredsraad(), year=2028)
    address = reverse("edit-section", args=[other.pk, natteliv.pk])
    assert as_user(cast.sekretariat).post(address, typed()).status_code == 404
    natteliv.refresh_from_db()
    assert natteliv.version == 1
    assert not other.sections.exists()


@pytest.mark.parametrize("data", [value for value in RegisterData.values if value])
def test_what_the_register_fills_in_is_shown_and_told_of(natteliv, address, cast, as_user, data):
    Section.objects.filter(pk=natteliv.pk).update(data=data)
    page = as_user(cast.sekretariat).get(address).content.decode()
    assert "Her kommer:" in page
    assert "Tekst efter oplysningerne" in page


@pytest.mark.parametrize(
    ("data", "page"),
    [
        (RegisterData.FORUMS, "forums"),
        (RegisterData.MEMBERS, "people"),
        (RegisterData.SIGNATORIES, "people"),
        (RegisterData.FIGURES, "facts"),
        (RegisterData.ORGANISATION, "units"),
    ],
)
def test_what_the_district_keeps_leads_to_where_it_is_put_right(natteliv, address, cast, as_user, data, page):
    Section.objects.filter(pk=natteliv.pk).update(data=data)
    shown = as_user(cast.sekretariat).get(address).text
    filled = shown[shown.index("Her kommer:") :]
    assert f'href="{reverse(page, args=[cast.district.slug])}"' in filled[: filled.index("</p>")]
    assert "rettes af sekretariatet" in filled
