"""Plans as people write them: the same plan under other headings, names, titles and numbers."""

import pytest

from plans.importing.admission import _refuse_other_plans
from plans.importing.findings.places import Places
from plans.importing.findings.plan import ReadPlan
from plans.importing.findings.questions import NO, YES
from samarbejde.transitions import Refused
from tests.plans.importing.reading import plan_of

TITLE = "# Samarbejdsplan 2024\n\n## Kredsrådet i Midt- og Vestjyllands politikreds\n\n"


def headings(plan: ReadPlan) -> list[tuple[str, str, str]]:
    return [(section.kind, section.number, section.heading) for section in plan.sections]


LABELS = {
    "kapitel": ("Kapitel {}: ", "1234"),
    "kapitel uden kolon": ("Kapitel {} ", "1234"),
    "romertal": ("{}. ", ("I", "II", "III", "IV")),
    "romersk kapitel": ("KAPITEL {} – ", ("I", "II", "III", "IV")),
    "bogstaver": ("{}. ", "ABCD"),
    "bogstaver med parentes": ("{}) ", "ABCD"),
    "paragraffer": ("§ {} ", "1234"),
    "tal": ("{}. ", "1234"),
}


@pytest.mark.parametrize("label", LABELS)
def test_the_number_is_the_portals_and_the_words_stay(label, places):
    form, signs = LABELS[label]
    chapters = "".join(
        f"## {form.format(sign)}Emne {place}\n\nTekst.\n\n" for place, sign in enumerate(signs)
    )
    plan = plan_of(f"{TITLE}## Forord\n\nTak.\n\n{chapters}", places)
    assert headings(plan) == [
        ("foreword", "", "Forord"),
        *(("chapter", str(place + 1), f"Emne {place}") for place in range(4)),
    ]
    assert not any("har nummer" in remark for remark in plan.remarks)


def test_letters_below_numbers_are_sections(places):
    text = "".join(f"## {n}. Del {n}\n\n### A. Først\n\nA.\n\n### B. Så\n\nB.\n\n" for n in (1, 2))
    assert [section.number for section in plan_of(TITLE + text, places).sections] == [
        *("1", "1.1", "1.2", "2", "2.1", "2.2"),
    ]


@pytest.mark.parametrize("name", ["A. P. Andersen fortæller", "V. Hansens gård", "D. Det sidste"])
def test_a_letter_that_counts_nothing_is_part_of_the_words(name, places):
    plan = plan_of(f"{TITLE}## Møder\n\nVi mødes.\n\n## {name}\n\nTekst.", places)
    assert plan.sections[-1].heading == name


def test_sentences_under_the_title_are_kept_without_a_number(places):
    text = f"{TITLE}Vedtaget af kredsrådet i december.\n\n## 1. Møder\n\nVi mødes.\n\n## 2. Emner\n\nLys."
    plan = plan_of(text, places)
    assert headings(plan) == [
        ("foreword", "", "Indledning"),
        ("chapter", "1", "Møder"),
        ("chapter", "2", "Emner"),
    ]
    assert plan.sections[0].body == "<p>Vedtaget af kredsrådet i december.</p>"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ringkøbing Skjern Kommune", "Ringkøbing-Skjern"),
        ("Ringkøbing – Skjern", "Ringkøbing-Skjern"),
        ("Ikast- Brande Kommune:", "Ikast-Brande"),
        ("Bornholms Regionskommune", "Bornholm"),
        ("LOKALRÅDET I MORSØ", "Morsø"),
        ("Lokalråd i Skive Kommune", "Skive"),
        ("Viborgs kommune", "Viborg"),
        ("Herning og Struer", None),
        ("Møder i Herning", None),
    ],
)
def test_a_kommune_is_known_however_its_name_is_written(written, meant, places):
    assert places.municipality_named(written) == meant


@pytest.mark.parametrize(("register", "written"), [("Aarhus", "Århus"), ("Aabenraa", "Åbenrå")])
def test_a_kommune_is_known_with_either_letter(register, written):
    assert Places((), (register,)).municipality_named(f"{written} Kommune") == register
    assert Places((), (register,)).municipality_in(f"Borgmester i {written} Kommune") == register


def test_a_misspelt_kommune_is_asked_about_and_swallows_nobodys_list(places):
    lists = {"Herning": "Lys", "Lemvik": "Ro", "Struer": "Hegn"}
    text = "".join(f"{name} Kommune\n\n1. {title}\n2. Tryghed\n\n" for name, title in lists.items())
    document = f"{TITLE}## 1. Fokusområder\n\n{text}"
    plan = plan_of(document, places)
    assert plan.priorities == {"Herning": ["Lys", "Tryghed"], "Struer": ["Hegn", "Tryghed"]}
    section = plan.sections[0]
    assert "<p>Lemvik Kommune</p><ol><li>Ro</li><li>Tryghed</li></ol>" in section.body + section.closing
    [question] = [one for one in plan.questions.asked if "Lemvik" in one.text]
    assert (question.place, question.assumed) == ("linje 12", NO)
    answered = plan_of(document, places, {question.key: YES})
    assert answered.priorities["Lemvig"] == ["Ro", "Tryghed"]
    assert answered.not_understood == ["Kredsrådet i Midt- og Vestjyllands politikreds", "Lemvik Kommune"]


@pytest.mark.parametrize("chosen", [2024, 2025])
def test_a_plan_of_two_years_is_of_either(chosen, places, cast):
    text = "# Samarbejdsplan 2024-2025\n\nMidt- og Vestjyllands Politi\n\n## 1. Møder\n\nVi mødes."
    plan = plan_of(text, places)
    assert (plan.year, plan.other_years) == (2024, [2025])
    _refuse_other_plans(plan, cast.district, chosen)
    assert plan.year == chosen
    with pytest.raises(Refused, match="samarbejdsplanen for"):
        _refuse_other_plans(plan, cast.district, 2026)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Årsberetning 2024 for Nordjyllands Politi", "en årsberetning"),
        ("Referat af møde i kredsrådet 3. maj 2024, Nordjyllands Politi", "et referat"),
        ("Dagsorden til lokalrådets møde 2024, Nordjyllands Politi", "en dagsorden"),
    ],
)
def test_a_document_of_another_kind_is_said_to_be_that(title, said, places):
    with pytest.raises(Refused, match=f"efter sin titel {said} og ikke en samarbejdsplan"):
        plan_of(f"# {title}\n\n## 1. Tal\n\nVi var mange.", places)


def test_a_plan_may_speak_of_minutes_in_its_title(places):
    plan = plan_of("# Samarbejdsplan 2024\n\n## Med referat af mødet\n\n## 1. Møder\n\nVi mødes.", places)
    assert plan.year == 2024


LOUD = (
    "# SAMARBEJDSPLAN 2024\n\n## 1. MØDER I MIDT- OG VESTJYLLANDS POLITIKREDS\n\nVi mødes.\n\n"
    "## 2. SSP OG LOKALRÅDET I RINGKØBING-SKJERN\n\nVi taler.\n\n## 3. EU\n\nVi rejser."
)


def test_headings_in_capitals_are_offered_as_sentences(places):
    plan = plan_of(LOUD, places)
    [question] = plan.questions.asked
    example = "Møder i Midt- og Vestjyllands politikreds"
    assert question.text == f"Skal de 2 overskrifter i store bogstaver skrives med små, som »{example}«?"
    assert plan.sections[0].heading == "MØDER I MIDT- OG VESTJYLLANDS POLITIKREDS"
    answered = plan_of(LOUD, places, {question.key: YES})
    assert [one.heading for one in answered.sections] == [
        "Møder i Midt- og Vestjyllands politikreds",
        "SSP og lokalrådet i Ringkøbing-Skjern",
        "EU",
    ]
    assert answered.not_understood == []


@pytest.mark.parametrize(
    ("paragraphs", "chapters", "is_told"), [(13, 1, True), (12, 1, False), (13, 2, False), (13, 0, True)]
)
def test_a_document_without_chapters_is_said_to_be_that(paragraphs, chapters, is_told, places):
    text = "\n\n".join(f"Her står noget nyt, nemlig nummer {n}." for n in range(paragraphs))
    marks = "".join(f"## {n}. Emne\n\n" for n in range(1, chapters + 1))
    plan = plan_of(f"# Samarbejdsplan 2024\n\n{marks}{text}", places)
    assert any(one.startswith("Her er ingen kapitler at finde") for one in plan.remarks) is is_told
