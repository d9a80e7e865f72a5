"""What the register fills into a plan's words, and that an edition keeps what it was."""

from datetime import date

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from councils.models import Figure, LawQuote, Membership
from plans.consistency.preparing import checked, findings_of
from plans.document.fields import Fields
from plans.document.make_snapshot import make_snapshot
from plans.document.models import MultiYearAgreement, Plan, RegisterData, Section
from plans.document.obstacles import obstacles
from plans.document.snapshot import read_snapshot
from plans.drafting.workflow import save_section
from tests.making import a_focus_area, a_plan, an_edition, section
from tests.plans.proposals import stages

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(cast):
    return a_plan(cast.kredsraad(), 2027)


@pytest.fixture
def said(plan):
    """What readers see of a paragraph."""
    row = section(plan, "Et afsnit")

    def shown(words: str) -> str:
        Section.objects.filter(pk=row.pk).update(body=f"<p>{words}</p>")
        return make_snapshot(plan)["sections"][-1]["body"].removeprefix("<p>").removesuffix("</p>")

    return shown


def an_agreement(cast, **fields):
    agreed = {"name": "Flerårsaftalen", "from_year": 2024, "to_year": 2027, "parties": "Regeringen\nog andre"}
    return MultiYearAgreement.objects.create(district=cast.district, **agreed | fields)


def a_figure(cast, year, value, **fields):
    usual = {"table": "Beredskab", "row": "Øvelser", "unit": "øvelser", "source": "Politikredsen"}
    return Figure.objects.create(district=cast.district, year=year, value=value, **usual | fields)


def test_every_simple_field(said, cast):
    cast.direktoer, cast.borgmester("Herning"), cast.borgmester("Viborg"), cast.stedfortraeder("Viborg")
    an_agreement(cast, extended_to=2028)
    shown = {
        "planens år": "2027",
        "året før": "2026",
        "politikreds": "Midt- og Vestjyllands Politi",
        "kredsråd": "Kredsrådet i Midt- og Vestjylland",
        "politidirektør": "Politidirektøren i Midt- og Vestjylland",
        "borgmester i Herning": "Borgmesteren i Herning",
        "borgmestre": "Borgmesteren i Herning (Herning) og Borgmesteren i Viborg (Viborg)",
        "antal kommuner": "11",
        "kredsdækkende emner": "Trivsel for unge",
        "antal kredsdækkende emner": "1",
        "flerårsaftale": "Flerårsaftalen",
        "flerårsaftalens periode": "2024–2027, forlænget til og med 2028",
        "flerårsaftalens sidste år": "2028",
        "flerårsaftalens parter": "Regeringen og andre",
    }
    for name, words in shown.items():
        assert said(f"Om {{{name}}}.") == f"Om {words}.", name
    assert said("I {kommuner}.").startswith("I Herning, Holstebro, Ikast-Brande,")
    assert said("I {kommuner}.").endswith("Thisted og Viborg.")


def test_the_agreement_is_that_of_the_plans_year(said, cast):
    an_agreement(cast, name="Den gamle", from_year=2020, to_year=2023)
    assert said("I {flerårsaftale}.") == "I {flerårsaftale}."
    an_agreement(cast, name="Fyns").delete()
    an_agreement(cast, link="https://a.dk/")
    assert said("I {flerårsaftale}.") == 'I <a href="https://a.dk/">Flerårsaftalen</a>.'


def test_an_agreement_by_itself_says_how_long_it_holds_and_who_made_it(said, cast):
    an_agreement(cast, extended_to=2028)
    box = said("{flerårsaftale}")
    assert "<strong>Flerårsaftalen</strong>" in box
    assert "Periode: 2024–2027, forlænget til og med 2028" in box
    assert "Parter: Regeringen og andre" in box
    assert box.startswith("<blockquote>")


def test_what_the_menu_offers_is_what_is_filled(cast):
    cast.direktoer, cast.borgmester("Herning"), an_agreement(cast), a_figure(cast, 2027, 7)
    fields = Fields(a_plan(cast.kredsraad(), 2027))
    offered = fields.offered()
    groups = {"Planen", "Personer", "Kommuner og emner", "Love", "Tal", "Flerårsaftalen", "Henvisninger"}
    assert {field.group for field in offered} == groups
    assert len(offered) > 15
    for field in offered:
        assert fields.line(f"x {field.written}") == f"x {field.value.words}", field.name


def test_headings_topics_and_lists_are_filled_too(plan, cast):
    section(plan, "Mål for {planens år}")
    local = a_focus_area(plan, "Natteliv {planens år}", cast.lokalraad("Herning"))
    local.description = "<p>Om {politikreds}</p>"
    local.save()
    youth = plan.sections.get(heading="Trivsel for unge")
    Section.objects.filter(pk=youth.pk).update(heading="Unge i {planens år}")
    section(plan, "Emner", data=RegisterData.FOCUS_AREAS, body="<p>{kredsdækkende emner}</p>")
    text = make_snapshot(plan)
    assert text["sections"][-2]["heading"] == "Mål for 2027"
    assert text["sections"][-2]["title"].endswith("Mål for 2027")
    assert text["sections"][-1]["body"] == "<ul><li>Unge i 2027</li></ul>"
    words = str(text)
    assert "Natteliv 2027" in words
    assert "Om Midt- og Vestjyllands Politi" in words
    assert "planens år" not in words


def test_a_field_that_cannot_be_filled_stops_the_plan_and_is_told(plan):
    section(plan, "Et afsnit", "<p>Hos {politidirektør} i {planens år}.</p>")
    [obstacle] = obstacles(make_snapshot(plan))
    assert "»{politidirektør}« er et felt, der ikke er udfyldt" in obstacle.text
    told = [found for found in findings_of(plan) if found.code == "unfilled-fields"]
    assert [(found.is_blocking, found.quotation) for found in told] == [(True, "{politidirektør}")]


def test_the_checks_read_what_readers_read(plan):
    section(plan, "Mål for {året før}", "<p>Vi gør det i {året før}.</p>")
    [text] = [text for text in checked(plan).sections if "Mål" in text.heading]
    assert (text.heading, text.body) == ("Mål for 2026", "<p>Vi gør det i 2026.</p>")


def test_an_edition_keeps_what_the_register_said(plan, cast):
    director = cast.direktoer
    section(plan, "Et afsnit", "<p>Hos {politidirektør}.</p>")
    edition = an_edition(plan)
    told = "Hos Politidirektøren i Midt- og Vestjylland."
    Membership.objects.filter(user=director).update(period=DateRange(date(2020, 1, 1), date(2021, 1, 1)))
    edition.refresh_from_db()
    assert told in str(read_snapshot(edition.snapshot))
    assert told not in str(make_snapshot(plan))


def test_a_law_is_a_link_in_a_line_and_a_quotation_by_itself(said, cast):
    law = LawQuote.objects.get(district=cast.district, paragraph="§ 113")
    assert said("{lov: retsplejeloven § 113}") == "{lov: retsplejeloven § 113}", "nobody wrote its wording"
    assert said("Efter {lov: retsplejeloven § 113}.") == (
        f'Efter <a href="{law.link}">retsplejeloven § 113</a>.'
    )
    law.wording, law.checked_on = "Stk. 1 <er> her.\nStk. 2 er her.", date(2026, 11, 1)
    law.save()
    assert said("{lov: retsplejeloven § 113}") == (
        f'<blockquote><p><strong><a href="{law.link}">Retsplejeloven § 113</a></strong></p>'
        "<p>Stk. 1 &lt;er&gt; her.</p><p>Stk. 2 er her.</p>"
        "<p><em>Ordlyden er kontrolleret 1. november 2026.</em></p></blockquote>"
    )


def test_a_figure_is_an_amount_in_a_line_and_its_years_by_itself(said, cast):
    a_figure(cast, 2027, 7, target=8, as_of=date(2026, 11, 1))
    assert said("Vi holdt {tal: Beredskab, Øvelser}.") == "Vi holdt 7 øvelser."
    assert said("{tal: Beredskab, Øvelser}") == (
        "<strong>Øvelser</strong>: 7 øvelser. Målet er 8. Kilde: Politikredsen, opgjort 1. november 2026."
    )
    a_figure(cast, 2026, 2_800, period="2025")
    a_figure(cast, 2028, 99)
    table = said("{tal: beredskab, øvelser}")
    assert "<tr><th>Periode</th><th>Øvelser</th><th>Mål</th></tr>" in table
    assert "<tr><td>2025</td><td>2.800</td><td></td></tr><tr><td>2027</td><td>7</td><td>8</td></tr>" in table
    assert "99" not in table


def test_a_figure_that_the_plans_year_has_not_is_none_to_name(said, cast):
    a_figure(cast, 2026, 6)
    assert said("Vi holdt {tal: Beredskab, Øvelser}.") == "Vi holdt {tal: Beredskab, Øvelser}."


def test_two_units_of_one_figure_are_told_apart(said, cast):
    a_figure(cast, 2027, 480), a_figure(cast, 2027, 17, unit="%")
    assert said("Det er {tal: Beredskab, Øvelser (%)}.") == "Det er 17 %."
    assert said("Det er {tal: Beredskab, Øvelser}.") == "Det er {tal: Beredskab, Øvelser}."


def test_a_text_without_fields_asks_the_register_for_nothing(plan, django_assert_num_queries):
    fields = Fields(plan)
    with django_assert_num_queries(0):
        assert fields.text("<p>I 2027.</p>") == "<p>I 2027.</p>"
        assert fields.text("<p>I {planens år}.</p>") == "<p>I 2027.</p>"


def test_all_fields_cost_one_query_together(plan, cast):
    cast.borgmestre, an_agreement(cast), a_figure(cast, 2027, 7)
    every = "".join(f"<p>{field.written}</p>" for field in Fields(plan).offered())
    with CaptureQueriesContext(connection) as without:
        make_snapshot(Plan.objects.get(pk=plan.pk))
    for number in range(3):
        section(plan, f"Afsnit {number}", every)
    with CaptureQueriesContext(connection) as filled:
        make_snapshot(Plan.objects.get(pk=plan.pk))
    assert len(filled) <= len(without) + 1


def test_a_field_is_stored_as_it_was_typed(plan, cast):
    row = section(plan, "Et afsnit", "<p>Før.</p>")
    saved = save_section(
        row, by=cast.sekretariat, version=1, heading=row.heading, body="<p>I {planens år}.</p>", closing=""
    )
    assert saved.body == "<p>I {planens år}.</p>"


def test_a_reference_numbers_itself_and_leads_there(said, plan):
    anchor = plan.sections.get(heading="Trivsel for unge").anchor
    assert said("Se {afsnit: Trivsel for unge}.") == f'Se <a href="#{anchor}">afsnit 2.1</a>.'
    assert said("Se {afsnit: beredskab}.").endswith(">bilag 3</a>.")
    section(plan, "Først", kind="chapter")
    Section.objects.filter(plan=plan, heading="Først").update(position=0)
    assert said("Se {afsnit: Trivsel for unge}.") == f'Se <a href="#{anchor}">afsnit 3.1</a>.'


@pytest.mark.parametrize("lost", ["deleted", "renamed", "twice"])
def test_a_reference_that_leads_nowhere_stops_the_plan(said, plan, lost):
    words = "Se {afsnit: Beredskab}."
    assert said(words) != words
    there = Section.objects.filter(plan=plan, heading="Beredskab")
    if lost == "deleted":
        there.delete()
    elif lost == "renamed":
        there.update(heading="Beredskabet")
    else:
        Section.objects.filter(plan=plan, heading="Kredsrådet").update(heading="Beredskab")
    assert said(words) == words
    assert any("{afsnit: Beredskab}" in str(one) for one in obstacles(make_snapshot(plan)))


def test_a_locked_section_is_shown_filled(plan, cast, as_user):
    row = section(plan, "Et afsnit", "<p>I {planens år}.</p>", mode="locked")
    page = as_user(cast.sekretariat).get(reverse("edit-section", args=[plan.pk, row.pk])).text
    assert "<p>I 2027.</p>" in page


def test_a_proposal_is_read_as_the_plan_will_have_it(cast, as_user):
    proposal = stages.submitted(cast, of=stages.words(text="<p>Mere af det fra {året før}.</p>"))
    client, address = as_user(cast.sekretariat), reverse("proposal", args=[proposal.pk])
    year = proposal.round.plan.year
    assert f"Mere af det fra {year - 1}." in client.get(address).text
    accepting = client.get(reverse("decide-proposal", args=[proposal.pk]), {"valg": "optag"}).text
    assert "{planens år}" in accepting, "the menu of fields stands by the plan's text"


MARKS, THEMES = "Flere sager opklares\n\n  Færre unge  begår ny kriminalitet", "Tryghed i nattelivet"


def test_the_box_of_an_agreement_has_its_marks_and_the_chosen_themes(said, cast):
    agreed = an_agreement(cast)
    assert "Pejlemærker" not in said("{flerårsaftale}")
    agreed.marks, agreed.themes = MARKS, THEMES
    agreed.save()
    shown = said("{flerårsaftale}")
    assert (
        "<p>Pejlemærker:</p><ul><li>Flere sager opklares</li><li>Færre unge begår ny kriminalitet</li></ul>"
        in shown
    )
    assert "<p>Temaer, vi har valgt:</p><ul><li>Tryghed i nattelivet</li></ul>" in shown
    line = said("Vi måles på: {flerårsaftalens pejlemærker}.")
    assert line == "Vi måles på: Flere sager opklares og Færre unge begår ny kriminalitet."
    assert said("Vi valgte {flerårsaftalens temaer}.") == "Vi valgte Tryghed i nattelivet."


def test_a_snapshot_keeps_the_agreement_that_its_words_name(said, plan, cast):
    an_agreement(cast, marks=MARKS, themes=THEMES, link="https://example.dk/aftale")
    said("Ingen aftale, men {politikreds}")
    assert make_snapshot(plan)["agreement"] is None
    said("Vi følger { Flerårsaftale }.")
    assert make_snapshot(plan)["agreement"] == {
        "name": "Flerårsaftalen",
        "period": "2024–2027",
        "link": "https://example.dk/aftale",
        "marks": ["Flere sager opklares", "Færre unge begår ny kriminalitet"],
        "themes": ["Tryghed i nattelivet"],
    }
