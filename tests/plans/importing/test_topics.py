"""Two topics are one only when their words are the same, whatever case, space and marks they have."""

import pytest

from plans.importing.findings import ReadFocusArea, ReadPlan
from plans.importing.priorities import LONGEST, MOST_ITEMS, MOST_TITLES, tell_of_alike
from plans.importing.reading import read_plan

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
    plan = read_plan(document(SHARED, lists), places)
    assert plan.priorities == lists
    assert scopes(plan) == {(title, ""): "district" for title in SHARED} | {
        (title, name): "local" for name, title in zip(KOMMUNER, own, strict=True)
    }
    assert plan.not_understood == []
    assert not any("er læst som emnet" in remark for remark in plan.remarks)


def test_case_space_and_marks_make_no_other_topic(places):
    written = ["LYS PÅ STIERNE", "Lys  på stierne.", "Lys på »stierne«", "Lys på stierne"]
    lists = {name: [title, SHARED[1]] for name, title in zip(KOMMUNER, written, strict=True)}
    plan = read_plan(document(SHARED, lists), places)
    assert plan.priorities == in_all(SHARED)
    assert scopes(plan) == {(title, ""): "district" for title in SHARED}
    assert plan.remarks == plan.not_understood == []


def test_topics_that_are_alike_are_told(places):
    lists = {
        "Herning": [*SHARED, "Trygge aftener i Vestbyen"],
        "Struer": [*SHARED, "Trygge aftener i Østbyen"],
    }
    assert read_plan(document(SHARED, lists), places).remarks == [
        "»Trygge aftener i Vestbyen« og »Trygge aftener i Østbyen« ligner hinanden, men er to emner, fordi "
        "ordene ikke er ens. Ret det, hvis det er det samme emne."
    ]


def test_the_usual_spelling_is_the_topics(places):
    lists = dict(zip(KOMMUNER, [["Ro i gaden"], ["Ro i Gaden"], ["Ro i gaden"], ["RO I GADEN"]], strict=True))
    plan = read_plan(document([], lists), places)
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
    plan = read_plan(document([section], in_all([listed])), places)
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
    plan = read_plan(document([section, SHARED[0]], lists), places)
    assert plan.priorities == in_all([section, SHARED[0]])
    assert plan.not_understood == [listed]
    assert any(
        f"»{listed}« i kommunernes lister er læst som emnet »{section}«" in one for one in plan.remarks
    )


@pytest.mark.parametrize("change", ["a list without it", "a section more"])
def test_where_more_than_one_may_be_meant_nothing_is_guessed(change, places):
    listed, sections = "Hjælp til unge uden venner", ["Støtte til ensomme"]
    lists = {name: [listed, SHARED[0]] for name in KOMMUNER}
    if change == "a section more":
        sections.append("Fredelige pladser")
    else:
        lists["Struer"].remove(listed)
    plan = read_plan(document([*sections, SHARED[0]], lists), places)
    assert plan.priorities == lists
    assert (listed, "") in scopes(plan)
    assert set(scopes(plan)) >= {(section, "") for section in sections}


def test_one_kommunes_list_is_its_own(places):
    plan = read_plan(document([], {"Herning": SHARED}), places)
    assert scopes(plan) == {(title, "Herning"): "local" for title in SHARED}


def test_a_topic_of_half_of_the_lists_is_local_and_of_more_than_half_district_wide(places):
    lists = {name: [f"Kun i {name}"] for name in KOMMUNER}
    for name in KOMMUNER[:2]:
        lists[name].append("Ro i gaden")
    assert ("Ro i gaden", "") not in scopes(read_plan(document([], lists), places))
    lists[KOMMUNER[2]].append("Ro i gaden")
    assert scopes(read_plan(document([], lists), places))["Ro i gaden", ""] == "district"


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
    plan = read_plan(document([], lists).replace("Lokale indsatsområder", heading), places)
    assert plan.priorities == (lists if is_read else {})
    section = plan.sections[-1]
    assert section.data == ("priorities" if is_read else "")
    assert (SHARED[0] in section.body) is not is_read


@pytest.mark.parametrize(("count", "is_read"), [(MOST_ITEMS, True), (MOST_ITEMS + 1, False)])
def test_a_list_has_twenty_topics_at_most(count, is_read, places):
    lists = {"Herning": [f"Emne {n}" for n in range(count)], "Struer": SHARED}
    assert MOST_ITEMS == 20
    assert ("Herning" in read_plan(document([], lists), places).priorities) is is_read


@pytest.mark.parametrize(("length", "read"), [(LONGEST, 3), (LONGEST + 1, 1)])
def test_an_item_too_long_for_a_title_ends_the_list(length, read, places):
    assert LONGEST == 200
    items = [SHARED[0], "Ord " * (length // 4) + "x" * (length % 4), SHARED[1]]
    items[1] = items[1].strip().ljust(length, "y")
    plan = read_plan(document([], {"Herning": items, "Struer": SHARED}), places)
    assert plan.priorities["Herning"] == items[:read]


def test_a_list_that_says_a_topic_twice_has_it_once_and_is_told(places):
    lists = {"Herning": [*SHARED, SHARED[0].upper()], "Struer": SHARED}
    plan = read_plan(document([], lists), places)
    assert plan.priorities["Herning"] == SHARED
    assert plan.remarks == ["Listen for Herning nævner det samme emne to gange. Det står én gang i planen."]


@pytest.mark.parametrize(("count", "is_told"), [(MOST_TITLES, True), (MOST_TITLES + 1, False)])
def test_among_a_hundred_topics_the_alike_are_told_and_among_more_they_are_not_looked_for(count, is_told):
    assert MOST_TITLES == 100
    others = [f"{n:04d}" * 3 for n in range(count - 2)]
    titles = ["Trygge aftener i Vestbyen", "Trygge aftener i Østbyen", *others]
    plan = ReadPlan(focus_areas=[ReadFocusArea(title, "local", "Herning") for title in titles])
    tell_of_alike(plan)
    assert any(f"»{titles[0]}« og »{titles[1]}«" in remark for remark in plan.remarks) is is_told
