"""A structured document: a miniature plan with the oddities of real ones."""

from datetime import date

import pytest

from plans.importing.findings.account import missing_sentences
from plans.importing.findings.places import Places
from plans.importing.findings.plan import ReadPlan
from plans.importing.findings.questions import YES
from plans.importing.text import read_text
from samarbejde.transitions import Refused
from tests.plans.importing.losses import sentences_left_out
from tests.plans.importing.reading import plan_of


def _section(plan: ReadPlan, number: str):
    return next(section for section in plan.sections if section.number == number)


def test_year_and_district_come_from_the_title_not_from_the_old_contents(miniature):
    assert (miniature.year, miniature.district) == (2024, "Nordjyllands Politi")


def test_sections_get_their_place_from_their_numbers_whatever_their_level(miniature):
    assert [(section.kind, section.number, section.heading) for section in miniature.sections] == [
        ("foreword", "", "FORORD"),
        ("part", "Del 1", ""),
        ("chapter", "1", "SÅDAN MØDES VI"),
        ("chapter", "2", "INDSATSOMRÅDER 2024"),
        ("section", "2.1", "Støtte til ensomme unge"),
        ("section", "2.2", "Lys på stierne"),
        ("section", "2.3", "Lokale prioriterede indsatsområder"),
        ("part", "Del 2", ""),
        ("chapter", "3", "AFTALER OG STEDER"),
        ("section", "3.1", "Boligområder"),
        ("appendix", "4", "BILAG - ANDRE NÆVN"),
        ("section", "4.1", "Trafik"),
        ("section", "4.1.1", "Cykler og elløbehjul"),
    ]
    assert _section(miniature, "4.1.1").parent is _section(miniature, "4.1")
    assert _section(miniature, "3").parent is _section(miniature, "Del 2")
    assert _section(miniature, "4").parent is None


def test_a_changed_number_is_told(miniature):
    assert "Afsnittet »Lys på stierne« har nummer 2 i dokumentet og får 2.2." in miniature.remarks


@pytest.mark.parametrize("number", ["2.", "1.1"])
def test_a_line_of_contents_that_wraps_is_one(number, places):
    text = (
        "# SAMARBEJDSPLAN 2024\n\n## KREDSRÅDET I NORDJYLLANDS POLITIKREDS\n\n## Indhold\n\n"
        f"1. Emner .... 1\n{number} Et meget langt navn på et afsnit om\nmøder .... 2\n\n"
        f"## 1. Emner\n\nTo slags.\n\n## {number} Et meget langt navn på et afsnit om møder\n\nTre."
    )
    plan = plan_of(text, places)
    assert [section.heading for section in plan.sections] == [
        "Emner",
        "Et meget langt navn på et afsnit om møder",
    ]
    assert plan.not_understood == ["KREDSRÅDET I NORDJYLLANDS POLITIKREDS"]
    assert plan.title == ["SAMARBEJDSPLAN 2024", "KREDSRÅDET I NORDJYLLANDS POLITIKREDS"]


def test_without_parts_the_contents_tell_a_chapter_from_a_section(places):
    text = (
        "# Samarbejdsplan 2024\n\n1. Emner .... 1\n2. Møder .... 2\n\n"
        "## 1. Emner\n\nTo slags.\n\n### 1. Møder\n\nEt.\n\n### 2. Møder\n\nTo.\n\n### 3. Hvad nu\n\nTre."
    )
    plan = plan_of(text, places)
    assert [section.number for section in plan.sections] == ["1", "1.1", "2", "3"]


def test_without_parts_or_contents_capitals_tell_a_chapter_from_a_section(places):
    text = "# Samarbejdsplan 2024\n\n## 1. AA\n\nA.\n\n## 1. Bb\n\nB.\n\n## 2. CC\n\nC.\n\n## 3. DD\n\nD."
    assert [section.number for section in plan_of(text, places).sections] == ["1", "1.1", "2", "3"]


def test_headings_without_numbers_follow_their_levels(places):
    text = (
        "# Samarbejdsplan 2024\n\n# Forord\n\nA.\n\n# Møder\n\nB.\n\n## Kredsråd\n\nC.\n\n"
        "## Lokalråd\n\nD.\n\n# Emner\n\nE."
    )
    plan = plan_of(text, places)
    assert [(section.number, section.heading) for section in plan.sections] == [
        ("", "Forord"),
        ("1", "Møder"),
        ("1.1", "Kredsråd"),
        ("1.2", "Lokalråd"),
        ("2", "Emner"),
    ]


def test_text_without_any_marks_is_divided_by_the_shape_of_its_lines(miniature, miniature_text, places):
    plain = "\n".join(line.lstrip("# ").rstrip() for line in miniature_text.split("\n"))
    assert [(s.kind, s.number, s.heading) for s in plan_of(plain, places).sections] == [
        (s.kind, s.number, s.heading) for s in miniature.sections
    ]


def test_place_date_and_signatories_are_read_and_the_rest_of_the_foreword_is_text(miniature):
    foreword = miniature.sections[0]
    assert (miniature.signed_place, miniature.signed_date) == ("Aalborg", date(2023, 11, 3))
    assert [(one.name, one.title, one.municipality) for one in miniature.signatories] == [
        ("Asta Lund", "Politidirektør", ""),
        ("Bo Chr. Dam", "Borgmester i Jammerbugt Kommune", "Jammerbugt"),
        ("Ida Friis", "Borgmester i Rebild Kommune", "Rebild"),
    ]
    assert foreword.data == "signatories"
    assert "Asta" not in foreword.body + foreword.closing
    assert foreword.closing == "<p>Planen ligger også på biblioteket.</p>"


@pytest.mark.parametrize(
    "line",
    [
        "Aalborg, den 3. november 2023",
        "Aalborg den 3/11-2023.",
        "Aalborg, d. 03-11-2023",
        "Aalborg, den 3.11.2023",
    ],
)
def test_the_date_may_be_written_as_people_write_it(line, places):
    text = f"# Samarbejdsplan 2024\n\n## Forord\n\nTak.\n\n{line}\n\nAsta Lund, Politidirektør"
    plan = plan_of(text, places)
    assert (plan.signed_place, plan.signed_date) == ("Aalborg", date(2023, 11, 3))
    assert [one.name for one in plan.signatories] == ["Asta Lund"]


def test_a_date_that_does_not_exist_stays_in_the_text(places):
    text = "# Samarbejdsplan 2024\n\n## Forord\n\nAalborg, den 31. november 2023\n\nAsta Lund\nPolitidirektør"
    plan = plan_of(text, places)
    assert plan.signed_date is None
    assert "31. november 2023" in plan.sections[0].body


def test_a_sentence_cut_by_a_page_break_is_one_sentence(miniature):
    assert "ikke, at de er farligere end" in _section(miniature, "3.1").body
    assert "<li>Vi gik ture i byerne og talte med naboerne undervejs.</li>" in miniature.sections[0].body


def test_a_title_that_stands_in_every_list_is_the_district_wide_area_under_its_own_title(miniature):
    assert [(area.title, area.scope, area.municipality) for area in miniature.focus_areas] == [
        ("Støtte til ensomme unge", "district", ""),
        ("Lys på stierne", "district", ""),
        ("Roligere byfester", "local", "Rebild"),
        ("Tryg havn", "local", "Jammerbugt"),
    ]
    assert miniature.priorities == {
        "Hjørring": ["Støtte til ensomme unge", "Lys på stierne"],
        "Rebild": ["Støtte til ensomme unge", "Lys på stierne", "Roligere byfester"],
        "Jammerbugt": ["Tryg havn", "Støtte til ensomme unge", "Lys på stierne"],
    }
    assert miniature.not_understood.count("Hjælp til unge uden venner") == 1
    assert any("Hjælp til unge uden venner" in one.text for one in miniature.questions.asked)


def test_new_and_carried_areas_are_told_apart(miniature):
    assert [area.carried for area in miniature.focus_areas] == [False, True, None, None]


def test_a_slip_of_the_pen_in_one_list_is_asked_about_and_not_guessed(miniature_text, places):
    plan = plan_of(miniature_text.replace("2. Lys på stierne.", "2. Lys på stierme.", 1), places)
    assert plan.priorities["Hjørring"] == ["Støtte til ensomme unge", "Lys på stierme"]
    asked = "Er »Lys på stierne« og »Lys på stierme« det samme emne? Ordene er næsten ens."
    [question] = [one for one in plan.questions.asked if one.text == asked]
    text = miniature_text.replace("2. Lys på stierne.", "2. Lys på stierme.", 1)
    answered = plan_of(text, places, {question.key: YES})
    assert answered.priorities["Hjørring"] == ["Støtte til ensomme unge", "Lys på stierne"]


def test_a_district_wide_area_missing_from_one_list_is_told(miniature_text, places):
    plan = plan_of(miniature_text.replace("2. Lys på stierne.\n", "", 1), places)
    assert [area.scope for area in plan.focus_areas] == ["district", "district", "local", "local"]
    assert any(
        "»Lys på stierne« er kredsdækkende" in remark and "Hjørring" in remark for remark in plan.remarks
    )


def test_prevention_areas_become_data_and_the_text_around_them_stays(miniature):
    section = _section(miniature, "3.1")
    assert [(area.name, area.municipality) for area in miniature.prevention_areas] == [
        ("Møllevangen", "Hjørring"),
        ("Søkanten/Bakken", "Rebild"),
        ("Ved Åen", "Jammerbugt"),
    ]
    assert section.data == "prevention_areas"
    assert "Møllevangen, Hjørring" not in section.body + section.closing
    assert section.closing.startswith("<p>Lokalrådene taler om dem i foråret.</p><table>")


def test_a_table_stays_a_table(miniature):
    assert "<tr><th>Måned</th><th>Emne</th></tr>" in _section(miniature, "3.1").closing


def test_the_duty_to_report_has_its_quarter_and_its_sentence(miniature):
    [duty] = miniature.reporting_duties
    assert (duty.who, duty.quarter, duty.year, duty.section.number) == ("Lokalrådene", 3, 2024, "2.2")
    assert duty.wording == "Lokalrådene afrapporterer om nye lamper til kredsrådets møde i 3. kvartal 2024."


def test_the_old_contents_are_dropped_but_what_they_alone_say_is_told(miniature):
    assert "2. INDSATSOMRÅDER 2023" in miniature.not_understood
    assert "4.1.1 Cykler og løbehjul" in miniature.not_understood
    assert not any("SÅDAN MØDES VI" in line for line in miniature.not_understood)


def test_every_sentence_is_in_the_plan_or_in_the_list(miniature, miniature_text):
    assert sentences_left_out(miniature_text, miniature) == []


def test_the_check_for_lost_sentences_sees_a_loss(miniature, miniature_text):
    _section(miniature, "4.1").before.clear()
    assert sentences_left_out(miniature_text, miniature) == ["Politiet måler fart ved skolerne."]


def test_the_importer_itself_tells_what_its_rules_lost(miniature, miniature_text):
    text = miniature_text[miniature_text.index("## FORORD") :]
    assert missing_sentences(read_text(text).blocks, miniature) == []
    _section(miniature, "4.1").before.clear()
    assert missing_sentences(read_text(text).blocks, miniature) == ["Politiet måler fart ved skolerne."]


def test_text_that_no_rule_places_is_told_word_for_word(places):
    text = "# Samarbejdsplan 2024\n\nEn linje på forsiden\n\n## 1. Emner\n\nHvad vi vil."
    assert "En linje på forsiden" in plan_of(text, places).not_understood


def test_long_text_before_the_first_heading_is_kept(places):
    long = "Vi vil gerne fortælle om planen. " * 12
    plan = plan_of(f"# Samarbejdsplan 2024\n\n{long}\n\n# Emner\n\nEt.", places)
    assert [section.heading for section in plan.sections] == ["Indledning", "Emner"]
    assert "fortælle om planen" in plan.sections[0].body


@pytest.mark.parametrize("title", ["Samarbejdsplan 2024 for Fyns Politi\n\n", ""])
def test_text_without_any_heading_is_kept_in_one_section(title, places):
    text = "Fyns Politi har skrevet en samarbejdsplan for 2024 uden en eneste overskrift. " * 5
    plan = plan_of(f"{title}{text}\n\nDen er kort.", places)
    assert (plan.year, plan.district) == (2024, "Fyns Politi")
    assert [section.heading for section in plan.sections] == ["Planens tekst"]
    assert plan.sections[0].body.endswith("<p>Den er kort.</p>")
    assert sentences_left_out(text, plan) == []


def test_a_sentence_that_a_page_break_cut_in_two_is_one_also_before_a_name(places):
    text = (
        "# Samarbejdsplan 2024\n\n## 1. Emner\n\nVi mødes med Midt- og\n\n\nVestjyllands Politi.\n\nAtter\n\n"
    )
    text += "Slut."
    assert plan_of(text, places).sections[0].body == (
        "<p>Vi mødes med Midt- og Vestjyllands Politi.</p><p>Atter</p><p>Slut.</p>"
    )


def test_wrapped_lines_and_divided_words_become_running_text(places):
    text = (
        "# Samarbejdsplan 2024\n\n## 1. Emner\n\n"
        "Vi samar-\nbejder om SSP-\narbejdet for syge/\nsårbare i Midt-\nog Vest-\njylland den\n3. maj."
    )
    body = plan_of(text, places).sections[0].body
    assert body == "<p>Vi samarbejder om SSP-arbejdet for syge/sårbare i Midt- og Vestjylland den 3. maj.</p>"


def test_markup_in_the_text_is_text(places):
    text = "# Samarbejdsplan 2024\n\n## 1. Emner\n\n<script>alert(1)</script> & **vigtigt** < her"
    assert plan_of(text, places).sections[0].body == (
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; <strong>vigtigt</strong> &lt; her</p>"
    )


def test_a_document_with_hundreds_of_headings_is_refused(places):
    text = "# Samarbejdsplan 2024\n\n" + "".join(f"## {n}. Emne\n\nTekst.\n\n" for n in range(1, 500))
    with pytest.raises(Refused, match="over 400 overskrifter"):
        plan_of(text, places)


def test_text_that_is_no_plan_is_refused(places):
    with pytest.raises(Refused, match="ligner ikke en samarbejdsplan"):
        plan_of("Havregryn, mælk og rugbrød.\n\nHusk også kaffe.", places)


def test_district_is_the_longest_name_in_the_title_else_the_one_most_spoken_of():
    places = Places(("Københavns Politi", "Københavns Vestegns Politi", "Fyns Politi"), ("Odense",))
    assert (
        plan_of("# Samarbejdsplan 2024 for Københavns Vestegns Politi", places).district
        == "Københavns Vestegns Politi"
    )
    text = "# Samarbejdsplan 2024\n\n## 1. Vi\n\nFyns Politi. Fyns politi igen. Københavns Politi."
    assert plan_of(text, places).district == "Fyns Politi"
