"""Two topics are one only when their words are the same, whatever case, space and marks they have."""

import pytest

from plans.importing.findings.lists import LONGEST, MOST_ITEMS
from plans.importing.findings.plan import ReadPlan
from plans.importing.findings.priorities import MOST_TITLES, same_by_answer
from plans.importing.findings.questions import NO, YES, Questions
from tests.plans.importing.reading import plan_of

KOMMUNER = ["Herning", "Holstebro", "Lemvig", "Struer"]
SHARED = ["Lys på stierne", "Rolige natteture"]


def document(headings: list[str], lists: dict[str, list[str]]) -> str:
    sections = "".join(f"### 1.{n} {heading}\n\nTekst.\n\n" for n, heading in enumerate(headings, start=1))
    items = "".join(
        f"{name} Kommune\n\n" + "".join(f"{n}. {item}\n" for n, item in enumerate(titles, start=1)) + "\n"
        for name, titles in lists.items()
    )
    local = f"### 1.{len(headings) + 1} Lokale indsatsområder\n\n{items}"
    return f"# Samarbejdsplan 2024\n\n## 1. Indsatsområder\n\nIndledning.\n\n{sections}{local}"


def in_all(titles: list[str]) -> dict[str, list[str]]:
    return {name: list(titles) for name in KOMMUNER}


def scopes(plan) -> dict[tuple[str, str], str]:
    return {(area.title, area.municipality): area.scope for area in plan.focus_areas}


@pytest.mark.parametrize(
    "own",
    [
        [f"Trygge aftener i {place}" for place in ("Vestbyen", "Østbyen", "Vesterby", "Nørreby")],
        [f"Unge på {years} år" for years in ("15-17", "18-25", "13-14", "26-30")],
        [f"Boligområdet Nørrevang {n}" for n in ("I", "II", "III", "IV")],
        [f"Fart ved skole {n}" for n in (1, 2, 3, 4)],
    ],
    ids=["places", "ages", "parts", "numbers"],
)
def test_topics_that_are_alike_stay_each_kommunes_own(own, places):
    lists = {name: [*SHARED, title] for name, title in zip(KOMMUNER, own, strict=True)}
    plan = plan_of(document(SHARED, lists), places)
    assert plan.priorities == lists
    assert scopes(plan) == {(title, ""): "district" for title in SHARED} | {
        (title, name): "local" for name, title in zip(KOMMUNER, own, strict=True)
    }
    assert plan.not_understood == []
    assert not any("er læst som emnet" in remark for remark in plan.remarks)


def test_case_space_and_marks_make_no_other_topic(places):
    written = ["LYS PÅ STIERNE", "Lys  på stierne.", "Lys på »stierne«", "Lys på stierne"]
    lists = {name: [title, SHARED[1]] for name, title in zip(KOMMUNER, written, strict=True)}
    plan = plan_of(document(SHARED, lists), places)
    assert plan.priorities == in_all(SHARED)
    assert scopes(plan) == {(title, ""): "district" for title in SHARED}
    assert plan.remarks == plan.not_understood == []


def asked(plan: ReadPlan) -> list[str]:
    return [question.text for question in plan.questions.asked]


ALIKE = "Er »Trygge aftener i Vestbyen« og »Trygge aftener i Østbyen« det samme emne? Ordene er næsten ens."


def test_topics_that_are_alike_are_asked_about(places):
    lists = {
        "Herning": [*SHARED, "Trygge aftener i Vestbyen"],
        "Struer": [*SHARED, "Trygge aftener i Østbyen"],
    }
    text = document(SHARED, lists)
    plan = plan_of(text, places)
    assert asked(plan) == [ALIKE]
    assert plan.priorities == lists
    [question] = plan.questions.asked
    answered = plan_of(text, places, {question.key: YES})
    assert scopes(answered) == {(title, ""): "district" for title in [*SHARED, lists["Herning"][-1]]}
    assert answered.not_understood == [lists["Struer"][-1]]
    assert plan_of(text, places, {question.key: NO}).priorities == lists


def test_the_usual_spelling_is_the_topics(places):
    lists = dict(zip(KOMMUNER, [["Ro i gaden"], ["Ro i Gaden"], ["Ro i gaden"], ["RO I GADEN"]], strict=True))
    plan = plan_of(document([], lists), places)
    assert scopes(plan) == {("Ro i gaden", ""): "district"}


@pytest.mark.parametrize(
    ("section", "listed"),
    [
        ("Trygge aftener i Vestbyen", "Trygge aftener i Østbyen"),
        ("Indsats for unge på 15-17 år", "Indsats for unge på 18-25 år"),
        ("Nørrevang", "Nørrevang II"),
    ],
)
def test_one_word_parts_a_section_from_the_topic_of_all_lists(section, listed, places):
    plan = plan_of(document([section], in_all([listed])), places)
    assert scopes(plan) == {(section, ""): "district", (listed, ""): "district"}
    assert plan.priorities == in_all([listed])


@pytest.mark.parametrize(
    ("listed", "section"),
    [
        ("Hjælp til unge uden venner", "Støtte til ensomme"),
        ("Støtte til unge venner", "Støtte til ensomme"),
        ("Støtte til ensomme", "Støtte til unge venner"),
    ],
)
def test_the_only_section_without_a_list_is_the_only_topic_of_all_lists_without_a_section(
    listed, section, places
):
    lists = in_all([listed, SHARED[0]])
    plan = plan_of(document([section, SHARED[0]], lists), places)
    assert plan.priorities == in_all([section, SHARED[0]])
    assert plan.not_understood == [listed]
    [question] = plan.questions.asked
    assert question.text == (
        f"Er »{listed}« i kommunernes lister det emne, som afsnittet »{section}« handler om?"
    )
    parted = plan_of(document([section, SHARED[0]], lists), places, {question.key: NO})
    assert parted.priorities == lists
    assert scopes(parted) == {(title, ""): "district" for title in (SHARED[0], listed)}


@pytest.mark.parametrize("change", ["a list without it", "a section more"])
def test_where_more_than_one_may_be_meant_nothing_is_guessed(change, places):
    listed, sections = "Hjælp til unge uden venner", ["Støtte til ensomme"]
    lists = {name: [listed, SHARED[0]] for name in KOMMUNER}
    if change == "a section more":
        sections.append("Fredelige pladser")
    else:
        lists["Struer"].remove(listed)
    plan = plan_of(document([*sections, SHARED[0]], lists), places)
    assert plan.priorities == lists
    is_of_all = change == "a section more"
    of_its_own = [(listed, "")] if is_of_all else [(listed, name) for name in KOMMUNER[:3]]
    assert set(scopes(plan)) == {(SHARED[0], ""), *of_its_own}
    assert f"Er »{sections[0]}« et emne?" in " ".join(asked(plan))


@pytest.mark.parametrize("said", ["", "Indsatsområdet er nyt i år.", "Det er en videreførelse fra i fjor."])
def test_a_section_beside_topics_is_one_where_a_list_or_the_section_itself_says_so(said, places):
    text = document([*SHARED, "Sådan har vi valgt"], in_all(SHARED))
    plan = plan_of(
        text.replace("Sådan har vi valgt\n\nTekst.", f"Sådan har vi valgt\n\nTekst. {said}"), places
    )
    assert (("Sådan har vi valgt", "") in scopes(plan)) is bool(said)
    if not said:
        [question] = plan.questions.asked
        answered = plan_of(text, places, {question.key: YES})
        assert ("Sådan har vi valgt", "") in scopes(answered)
        assert answered.questions.unanswered == 0


def test_sections_are_topics_where_the_lists_hold_each_kommunes_own_alone(places):
    lists = {name: [f"Kun i {name}"] for name in KOMMUNER}
    plan = plan_of(document(SHARED, lists), places)
    assert {title for title, name in scopes(plan) if not name} == set(SHARED)


def test_one_kommunes_list_is_its_own(places):
    plan = plan_of(document([], {"Herning": SHARED}), places)
    assert scopes(plan) == {(title, "Herning"): "local" for title in SHARED}


def test_a_topic_of_all_lists_is_district_wide_and_of_most_of_them_is_asked_about(places):
    lists = {name: [f"Kun i {name}"] for name in KOMMUNER}
    told = "Er »Ro i gaden« kredsdækkende? Det står i 3 af 4 kommuners lister."
    for number, name in enumerate(KOMMUNER, start=1):
        lists[name].append("Ro i gaden")
        plan = plan_of(document([], lists), places)
        assert (("Ro i gaden", "") in scopes(plan)) is (number == len(KOMMUNER))
        assert (told in asked(plan)) is (number == 3)
        if number == 3:
            [question] = plan.questions.asked
            answered = plan_of(document([], lists), places, {question.key: YES})
            assert ("Ro i gaden", "") in scopes(answered)


@pytest.mark.parametrize(
    ("heading", "kommuner", "is_read"),
    [
        ("Kommunernes valg", KOMMUNER[:2], True),
        ("Kommunernes valg", KOMMUNER[:1], False),
        ("Fokusområder", KOMMUNER[:1], True),
    ],
)
def test_two_lists_are_priorities_and_one_only_where_the_heading_says_so(heading, kommuner, is_read, places):
    lists = dict.fromkeys(kommuner, SHARED)
    plan = plan_of(document([], lists).replace("Lokale indsatsområder", heading), places)
    assert plan.priorities == (lists if is_read else {})
    section = plan.sections[-1]
    assert section.data == ("priorities" if is_read else "")
    assert (SHARED[0] in section.body) is not is_read


@pytest.mark.parametrize(("count", "is_read"), [(MOST_ITEMS, True), (MOST_ITEMS + 1, False)])
def test_a_list_has_twenty_topics_at_most(count, is_read, places):
    lists = {"Herning": [f"Emne {n}" for n in range(count)], "Struer": SHARED}
    assert MOST_ITEMS == 20
    assert ("Herning" in plan_of(document([], lists), places).priorities) is is_read


@pytest.mark.parametrize(("length", "read"), [(LONGEST, 3), (LONGEST + 1, 1)])
def test_an_item_too_long_for_a_title_ends_the_list(length, read, places):
    assert LONGEST == 200
    items = [SHARED[0], "Ord " * (length // 4) + "x" * (length % 4), SHARED[1]]
    items[1] = items[1].strip().ljust(length, "y")
    plan = plan_of(document([], {"Herning": items, "Struer": SHARED}), places)
    assert plan.priorities["Herning"] == items[:read]


def test_a_list_that_says_a_topic_twice_has_it_once_and_is_told(places):
    lists = {"Herning": [*SHARED, SHARED[0].upper()], "Struer": SHARED}
    plan = plan_of(document([], lists), places)
    assert plan.priorities["Herning"] == SHARED
    assert plan.remarks == ["Listen for Herning nævner det samme emne to gange. Det står én gang i planen."]


@pytest.mark.parametrize(("count", "is_told"), [(MOST_TITLES, True), (MOST_TITLES + 1, False)])
def test_among_a_hundred_topics_the_alike_are_told_and_among_more_they_are_not_looked_for(count, is_told):
    assert MOST_TITLES == 100
    others = [f"{n:04d}" * 3 for n in range(count - 2)]
    titles = ["Trygge aftener i Vestbyen", "Trygge aftener i Østbyen", *others]
    questions = Questions()
    same_by_answer([], titles, questions)
    assert (ALIKE in [one.text for one in questions.asked]) is is_told
