"""Agreements, laws and figures, as the secretariat keeps them for its plans."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from lxml import html

from councils.models import Figure, LawQuote
from plans.document.models import MultiYearAgreement
from plans.facts.agreements import agreements_with_plans
from plans.facts.figures import all_figures
from plans.facts.kinds import KINDS
from plans.facts.workflow import add_fact
from samarbejde.events.models import Event
from tests.making import a_plan, section
from tests.site.test_sheets import read_xlsx

pytestmark = pytest.mark.django_db

AGREEMENT = {"name": "Flerårsaftalen", "from_year": "2021", "to_year": "2024", "extended_to": "2025"}
LAW = {"law": "politiloven", "paragraph": "§ 1", "wording": "Ord for ord.", "checked_on": "1-11-2026"}
FIGURE = {"table": "Beredskab", "row": "Øvelser", "value": "7,5", "unit": "øvelser", "year": "2027"}
FIGURE |= {"source": "Politikredsen", "target": "8", "as_of": "1-11-2026"}
FACTS = {
    "aftaler": (MultiYearAgreement, AGREEMENT, {"name": "En anden"}),
    "love": (LawQuote, LAW, {"wording": "Andre ord."}),
    "tal": (Figure, FIGURE, {"value": "9"}),
}


def address(cast, name, *more):
    return reverse(name, args=[cast.district.slug, *more])


@pytest.mark.parametrize("kind", FACTS)
def test_a_fact_is_added_shown_corrected_and_deleted(kind, cast, as_user):
    model, typed, changed = FACTS[kind]
    client = as_user(cast.sekretariat)
    assert client.post(address(cast, "add-fact", kind), typed).status_code == 302
    fact = model.objects.latest("pk")
    assert str(fact).split(":")[0] in client.get(address(cast, "facts")).text
    page = client.post(address(cast, "edit-fact", kind, fact.pk), typed | changed | {"version": 1})
    assert page.status_code == 302
    again = model.objects.get(pk=fact.pk)
    assert (again.version, again.history.count()) == (2, 2)
    assert again.history.first().history_user == cast.sekretariat
    assert (
        client.post(address(cast, "edit-fact", kind, fact.pk), typed | changed | {"version": 2}).status_code
        == 302
    )
    assert model.objects.get(pk=fact.pk).version == 2  # nothing was changed
    assert client.post(address(cast, "delete-fact", kind, fact.pk)).status_code == 302
    assert not model.objects.filter(pk=fact.pk).exists()
    told = Event.objects.filter(verb__startswith="register.").order_by("pk")
    assert [event.verb for event in told] == ["register.added", "register.changed", "register.removed"]
    assert all(event.internal for event in told)
    name = model._meta.verbose_name
    assert [event.text for event in told] == [
        f"Oprettede {name} »{fact}«",
        f"Rettede {name} »{again}«",
        f"Slettede {name} »{again}«",
    ]


@pytest.mark.parametrize("kind", FACTS)
def test_two_of_one_name_are_refused_in_words(kind, cast, as_user):
    _, typed, _ = FACTS[kind]
    client = as_user(cast.sekretariat)
    client.post(address(cast, "add-fact", kind), typed)
    page = client.post(address(cast, "add-fact", kind), typed)
    assert page.status_code == 409
    assert "Registret har allerede" in page.text or "Tabellen har allerede" in page.text


@pytest.mark.parametrize("kind", FACTS)
def test_what_another_has_saved_meanwhile_is_shown(kind, cast, as_user):
    model, typed, changed = FACTS[kind]
    client = as_user(cast.sekretariat)
    client.post(address(cast, "add-fact", kind), typed)
    fact = model.objects.latest("pk")
    client.post(address(cast, "edit-fact", kind, fact.pk), typed | changed | {"version": 1})
    page = client.post(address(cast, "edit-fact", kind, fact.pk), typed | {"version": 1})
    assert page.status_code == 409
    assert "i et andet vindue" in page.text
    assert model.objects.get(pk=fact.pk).version == 2


@pytest.mark.parametrize(
    ("kind", "wrong", "said"),
    [
        ("aftaler", {"to_year": "2019"}, "Aftalen slutter, før den begynder."),
        ("aftaler", {"extended_to": "2024"}, "Aftalen gælder allerede til og med 2024."),
        ("aftaler", {"link": "javascript:alert(1)"}, "URL"),
        ("love", {"checked_on": "1-1-2030"}, "Den dag er ikke kommet endnu."),
        ("love", {"wording": "Om 010190-1234"}, "CPR-nummer"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(kind, wrong, said, cast, as_user):
    page = as_user(cast.sekretariat).post(address(cast, "add-fact", kind), FACTS[kind][1] | wrong)
    assert page.status_code == 422
    assert said in page.text


def test_an_agreement_says_its_period(cast):
    agreed = {"district": cast.district, "from_year": 2021, "to_year": 2024}
    extended = MultiYearAgreement(name="Politiet", **agreed, extended_to=2025)
    assert str(extended) == "Politiet (2021–2024, forlænget til og med 2025)"
    assert extended.last_year == 2025
    assert MultiYearAgreement(name="Politiet", **agreed).period == "2021–2024"


def test_an_agreement_holds_to_the_end_of_its_extension(cast):
    agreed = {"district": cast.district, "from_year": 2021, "to_year": 2024}
    MultiYearAgreement.objects.create(name="Politiet", **agreed, extended_to=2025)
    found = MultiYearAgreement.objects
    assert [found.of_year(year).count() for year in (2020, 2021, 2025, 2026)] == [0, 1, 1, 0]
    with pytest.raises(IntegrityError, match="an_agreement_is_extended_beyond_its_end"), transaction.atomic():
        MultiYearAgreement.objects.create(name="En anden", **agreed, extended_to=2024)


def test_every_district_begins_with_the_laws_a_plan_rests_on(cast):
    laws = [str(law) for law in cast.district.laws.all()]
    assert [law for law in laws if law.startswith("retsplejeloven")] == [
        f"retsplejeloven § {number}" for number in range(111, 116)
    ]
    assert any("1426" in law for law in laws)
    assert not cast.district.laws.exclude(wording="").exists(), "no wording that nobody has checked"


def test_other_districts_have_their_own(cast, as_user):
    client = as_user(cast.sekretariat_fyn)
    mine = cast.district.laws.first()
    theirs = [cast.other_district.slug, "love", mine.pk]
    assert client.get(reverse("edit-fact", args=theirs)).status_code == 404
    assert client.get(reverse("add-fact", args=[cast.other_district.slug, "nyt"])).status_code == 404


def test_one_row_and_three_cost_the_same(cast, as_user, django_assert_max_num_queries):
    client = as_user(cast.sekretariat)
    client.post(address(cast, "add-fact", "tal"), FIGURE)
    client.get(address(cast, "facts"))
    with django_assert_max_num_queries(9) as little:
        client.get(address(cast, "facts"))
    most = len(little)
    for row in ("Vagter", "Biler"):
        client.post(address(cast, "add-fact", "tal"), FIGURE | {"row": row})
    client.get(address(cast, "facts"))
    with django_assert_max_num_queries(most):
        assert "Biler" in client.get(address(cast, "facts")).text


def test_the_figures_as_a_file_are_those_of_the_page(cast, as_user):
    client = as_user(cast.sekretariat)
    client.post(address(cast, "add-fact", "tal"), FIGURE)
    client.post(address(cast, "add-fact", "tal"), FIGURE | {"year": "2026", "value": "6", "target": ""})
    link = address(cast, "figures-sheet", "xlsx")
    assert f'href="{link}"' in client.get(address(cast, "facts")).text
    _, [head, *rows] = read_xlsx(client.get(link).content)
    assert head[:3] == ["Tabel", "Række", "Planår"]
    assert [(row[2], row[4], row[6]) for row in rows] == [(2027, 7.5, 8), (2026, 6, None)]
    assert rows[0][8].date() == date(2026, 11, 1)


def test_an_agreement_names_the_plans_that_refer_to_it(cast, as_user):
    cast.district.agreements.create(name="Den gamle", from_year=2020, to_year=2023)
    now = cast.district.agreements.create(name="Flerårsaftalen", from_year=2024, to_year=2027)
    plan = a_plan(cast.kredsraad(), 2026)
    section(plan, "Aftalen", "<p>{flerårsaftale}</p>")
    a_plan(cast.kredsraad(), 2027)
    [first, second] = agreements_with_plans(cast.district)
    assert (first.agreement, first.plans) == (now, [plan])
    assert second.plans == []
    page = as_user(cast.sekretariat).get(reverse("facts", args=[cast.district.slug])).text
    assert f'<a href="{reverse("plan", args=[plan.pk])}">{plan.title}</a>' in page


def test_a_lokalraads_plan_is_listed_with_its_council(cast, as_user):
    cast.district.agreements.create(name="Flerårsaftalen", from_year=2024, to_year=2027)
    herning = cast.lokalraad("Herning")
    plan = a_plan(herning, 2026)
    section(plan, "Aftalen", "<p>{flerårsaftale}</p>")
    page = as_user(cast.sekretariat).get(reverse("facts", args=[cast.district.slug])).text
    assert f'<a href="{reverse("plan", args=[plan.pk])}">{plan.title}, {herning.name}</a>' in page


def test_the_marks_and_themes_of_an_agreement_are_kept_and_listed(cast, as_user):
    client = as_user(cast.sekretariat)
    typed = AGREEMENT | {"marks": "Flere sager opklares\r\nFærre unge", "themes": "Nattelivet", "version": 1}
    client.post(reverse("add-fact", args=[cast.district.slug, "aftaler"]), typed)
    agreed = MultiYearAgreement.objects.get()
    assert (agreed.mark_list, agreed.theme_list) == (["Flere sager opklares", "Færre unge"], ["Nattelivet"])
    shown = client.get(reverse("facts", args=[cast.district.slug])).text
    assert "<li>Flere sager opklares</li><li>Færre unge</li>" in shown
    assert "<li>Nattelivet</li>" in shown


def test_a_number_is_shown_in_its_form_as_it_was_written(cast, as_user):
    told = {"district": cast.district, "table": "Beredskab", "source": "Politiet", "year": 2027}
    figure = Figure.objects.create(row="Øvelser", value=2800, target="7.50", **told)
    page = html.fromstring(
        as_user(cast.sekretariat).get(reverse("edit-fact", args=[cast.district.slug, "tal", figure.pk])).text
    )
    assert page.xpath("//input[@name='value']/@value") == ["2.800"]
    assert page.xpath("//input[@name='target']/@value") == ["7,5"]


def test_a_new_figure_is_the_last_and_one_of_another_year_stands_beside_its_own(cast):
    told = {"table": "Beredskab", "value": 1, "source": "Politiet", "unit": ""}
    for row, year in (("Øvelser", 2026), ("Alarmer", 2026), ("Øvelser", 2027), ("I alt", 2026)):
        add_fact(KINDS["tal"], cast.district, told | {"row": row, "year": year}, by=cast.sekretariat)
    found = [(one.row, one.year) for one in all_figures(cast.district)]
    assert found == [("Øvelser", 2027), ("Øvelser", 2026), ("Alarmer", 2026), ("I alt", 2026)]
