"""No false signatory: a plan has one director, an office one name, and a title is read to its own name."""

import pytest

from plans.importing.files import read_file
from plans.importing.findings.offices import NOBODY
from plans.importing.findings.reading import read_plan
from plans.importing.report import summary
from tests.plans.importing.reading import plan_of
from tests.plans.importing.test_files import pdf_file

NAMES = ["Anna Almind", "Bo Birk", "Carla af Cedertræ", "Dan C. Dunhammer", "Eva Eg"]
TOWNS = ["Herning", "Holstebro", "Lemvig", "Struer"]
TITLES = ["Politidirektør", *(f"Borgmester i {town} Kommune" for town in TOWNS)]
RIGHT = list(zip(NAMES, TITLES, ["", *TOWNS], strict=True))
HEAD = "# Samarbejdsplan 2024\n\n## Forord\n\nHer er vores plan.\n\nHolstebro, den 3. december 2023.\n\n"


def signed(plan) -> list[tuple[str, str, str]]:
    return [(one.name, one.title, one.municipality) for one in plan.signatories]


def paragraphs(*texts: str) -> str:
    return HEAD + "\n\n".join(texts)


def columns(names: list[str], titles: list[str]) -> list[str]:
    return [*("____" for _ in names), *names, *titles]


FORMS = {
    "name above title": paragraphs(*(f"{name}  \n{title}" for name, title, _ in RIGHT)),
    "title above name": paragraphs(*(f"{title}  \n{name}" for name, title, _ in RIGHT)),
    "one line": paragraphs(*(f"{name}, {title}" for name, title, _ in RIGHT)),
    "a paragraph each": paragraphs(*(part for name, title, _ in RIGHT for part in (name, title))),
    "columns": paragraphs(*columns(NAMES[:3], TITLES[:3]), *columns(NAMES[3:], TITLES[3:])),
    "columns, titles on two lines": paragraphs(
        *(text.replace(" Kommune", "\nKommune") for text in columns(NAMES[:3], TITLES[:3])),
        *(text.replace(" Kommune", "\nKommune") for text in columns(NAMES[3:], TITLES[3:])),
    ),
    "all names, then all titles": paragraphs(*NAMES, *TITLES),
    "lines above lines": paragraphs("  \n".join(NAMES), "  \n".join(TITLES)),
    "all in one paragraph": paragraphs("  \n".join(part for one in RIGHT for part in one[:2])),
    "all in one paragraph, titles first": paragraphs(
        "  \n".join(part for name, title, _ in RIGHT for part in (title, name))
    ),
    "one row": f"{HEAD}| {' | '.join(part for one in RIGHT for part in one[:2])} |",
    "rows of name and title": HEAD + "\n".join(f"| {name} | {title} |" for name, title, _ in RIGHT),
    "rows of title and name": HEAD + "\n".join(f"| {title} | {name} |" for name, title, _ in RIGHT),
    "a row of names, a row of titles": f"{HEAD}| {' | '.join(NAMES)} |\n| {' | '.join(TITLES)} |",
}


@pytest.mark.parametrize("form", FORMS)
def test_each_title_is_read_to_its_own_name(form, places):
    plan = plan_of(FORMS[form], places)
    assert signed(plan) == RIGHT
    assert plan.remarks == plan.not_understood == []
    assert "Almind" not in plan.sections[0].body + plan.sections[0].closing
    assert "Her er vores plan" in plan.sections[0].body


def test_two_names_above_two_titles(places):
    plan = plan_of(paragraphs("  \n".join(NAMES[:2]), "  \n".join(TITLES[:2])), places)
    assert signed(plan) == RIGHT[:2]


def test_columns_of_a_pdf_give_no_mayor_the_directors_office(places):
    cell = "<td style='width: 5cm; vertical-align: top'><p>_______</p><p>{}</p><p>{}</p></td>"
    rows = [RIGHT[:3], RIGHT[3:]]
    table = "".join(f"<tr>{''.join(cell.format(*one) for one in row)}</tr>" for row in rows)
    content = pdf_file(
        f"<h1>Samarbejdsplan 2024</h1><h2>FORORD</h2><p>Her er planen.</p><table>{table}</table>"
    )
    plan = read_plan(read_file("plan.pdf", content), places)
    assert set(signed(plan)) <= set(RIGHT)
    assert signed(plan) or any("står uden et navn" in remark for remark in plan.remarks)


@pytest.mark.parametrize(
    "texts",
    [
        [*NAMES[:2], *TITLES[:3]],
        [NAMES[0], *TITLES[:2], NAMES[1]],
        [TITLES[0], NAMES[0], TITLES[1], NAMES[1]],
        [NAMES[2], TITLES[0], "____", TITLES[1], TITLES[2]],
        [*NAMES[:3], TITLES[0], f"{TITLES[1]} {TITLES[2]}"],
        [" ".join(NAMES[:2]), " ".join(TITLES[:2])],
    ],
    ids=["a title more", "a name behind", "titles first", "titles alone", "run together", "all in one"],
)
def test_a_title_without_a_name_makes_all_that_stand_apart_unsure(texts, places):
    plan = plan_of(paragraphs(*texts), places)
    assert signed(plan) == []
    body = plan.sections[0].body
    assert all(text in body for text in texts)
    [remark] = plan.remarks
    assert remark.startswith("Underskrifterne i »Forord« er ikke læst, men står i teksten: »")
    assert "Borgmester i " in remark or "Politidirektør" in remark
    assert remark.endswith("Skriv selv underskriverne ind, når planen er indlæst.")


def test_names_that_stand_with_their_title_are_kept_beside_one_that_has_none(places):
    plan = plan_of(paragraphs("Anna Almind, Politidirektør", "Bo Birk", TITLES[1], TITLES[2]), places)
    assert signed(plan) == RIGHT[:1]
    assert all(words in plan.sections[0].closing for words in ("Bo Birk", TITLES[1], TITLES[2]))


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Politidirektør", "Politidirektør"),
        ("Politidirektør", "Konstitueret politidirektør"),
        ("Politidirektør", "Politimester"),
        ("Borgmester i Herning Kommune", "Borgmester i Herning"),
        ("Borgmester i Herning Kommune", "Konstitueret borgmester i Herning"),
        ("Formand for Ældrerådet", "Formand for ældrerådet"),
    ],
)
def test_an_office_with_two_names_has_none_and_is_told_word_for_word(title, other, places):
    lines = [f"Bo Birk, {title}", "Eva Eg, Borgmester i Struer Kommune", f"Dan Dunhammer, {other}"]
    plan = plan_of(paragraphs(*lines), places)
    assert signed(plan) == [("Eva Eg", "Borgmester i Struer Kommune", "Struer")]
    assert plan.not_understood == [lines[0], lines[2]]
    [question] = plan.questions.asked
    assert question.choices == ("Bo Birk", "Dan Dunhammer", NOBODY)
    answered = plan_of(paragraphs(*lines), places, {question.key: "Dan Dunhammer"})
    assert [name for name, *_ in signed(answered)] == ["Eva Eg", "Dan Dunhammer"]
    assert answered.not_understood == [lines[0]]


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Borgmester i Herning Kommune", "Viceborgmester i Herning Kommune"),
        ("Borgmester i Herning Kommune", "Borgmester i Lemvig Kommune"),
        ("Borgmester", "Borgmester"),
        ("Formand for Ældrerådet", "Næstformand for Ældrerådet"),
    ],
)
def test_two_offices_have_two_names_in_the_documents_order(title, other, places):
    plan = plan_of(paragraphs(f"Bo Birk, {title}", f"Anna Almind, {other}"), places)
    assert [one.name for one in plan.signatories] == ["Bo Birk", "Anna Almind"]
    assert plan.remarks == []


def test_the_same_name_in_the_same_office_is_one(places):
    plan = plan_of(paragraphs("Bo Birk, Politidirektør", "BO BIRK, Politidirektør"), places)
    assert [one.name for one in plan.signatories] == ["Bo Birk"]
    assert plan.remarks == []


@pytest.mark.parametrize("line", ["Vi takker alle", "Kommune", "Politidirektør", "Se side 4", "Tak!"])
def test_what_is_no_name_does_not_sign(line, places):
    plan = plan_of(paragraphs(f"{line}\nBorgmester i Herning Kommune"), places)
    assert signed(plan) == []
    assert line in plan.sections[0].body


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            ["Anna Almind, Politidirektør", "Bo Birk, Borgmester i Herning", "Eva Eg, Borgmester i Struer"],
            "3 (fandt 2 af 11 borgmestre og politidirektøren)",
        ),
        (["Bo Birk, Borgmester i Herning"], "1 (fandt 1 af 11 borgmestre, men ikke politidirektøren)"),
        (["Bo Birk, Borgmester"], "1 (fandt 0 af 11 borgmestre, men ikke politidirektøren)"),
        ([], "0 (fandt 0 af 11 borgmestre, men ikke politidirektøren)"),
    ],
)
def test_how_many_were_found_of_how_many(lines, found, places):
    plan = plan_of(paragraphs(*lines), places)
    plan.mayors = 11
    assert dict(summary(plan))["Underskrivere"] == found


def test_without_the_register_only_the_found_are_counted(places):
    plan = plan_of(paragraphs("Bo Birk, Borgmester i Herning"), places)
    assert dict(summary(plan))["Underskrivere"] == "1"
