"""The templates that screen and print share: one of each kind of data, filled and empty."""

import pytest
from django.template.loader import render_to_string
from lxml import html

from plans.templatetags.snapshots import below, day, moment, nested
from tests.plans.publication.pdf import samples


def _shown(section):
    return html.fromstring(render_to_string("plans/document/_section.html", {"section": section}))


def _words(element) -> str:
    return " ".join(element.text_content().split())


def _rows(element) -> list[list[str]]:
    return [[_words(cell) for cell in row] for row in element.iter("tr")]


def test_a_section_is_a_heading_with_an_anchor_text_data_and_closing():
    section = samples.filled(
        "3.1", "Emne", 2, "section", "focus_areas", body="<p>før</p>", closing="<p>efter</p>"
    )
    shown = _shown(section)
    (heading,) = shown.iter("h4")
    assert heading.get("id") == section["anchor"]
    assert _words(heading) == "3.1 Emne"
    assert (
        _words(shown) == "3.1 Emne før Psykisk sårbare borgere Videreført Børn, unge og mistrivsel Nyt efter"
    )


def test_what_people_typed_is_escaped_and_cleaned_text_is_not():
    shown = _shown(samples.section("1", "<script>alert(1)</script>", 0, body="<p>a <strong>b</strong></p>"))
    assert not list(shown.iter("script"))
    assert "<script>alert(1)</script>" in _words(shown)
    assert [_words(each) for each in shown.iter("strong")] == ["b"]


def test_names_from_the_register_are_escaped():
    data = {"groups": [{"council": "<b>x</b>", "rows": [{"name": "<i>y</i>", "title": "&", "role": ""}]}]}
    shown = _shown(samples.section("1", "A", 0, data_kind="members", data=data))
    assert not [*shown.iter("b"), *shown.iter("i")]
    assert "<b>x</b>" in _words(shown)


def test_contents_are_links_in_reading_order():
    snapshot = samples.plan()
    shown = html.fromstring(render_to_string("plans/document/_contents.html", {"snapshot": snapshot}))
    assert [link.get("href") for link in shown.iter("a")] == [f"#{s['anchor']}" for s in snapshot["sections"]]
    assert [_words(link) for link in shown.iter("a")] == [s["title"] for s in snapshot["sections"]]


def test_anchors_of_a_plan_are_different():
    shown = html.fromstring(render_to_string("plans/document/_plan.html", {"snapshot": samples.plan()}))
    anchors = [element.get("id") for element in shown.iter() if element.get("id")]
    assert len(anchors) == len(set(anchors)) == len(samples.plan()["sections"]) + len(samples.MUNICIPALITIES)


@pytest.mark.parametrize("kind", ["members", "forums", "prevention_areas", "figures", "duties", "meetings"])
def test_every_table_names_its_columns_and_rows(kind):
    shown = _shown(samples.filled("1", "A", 0, "chapter", kind))
    for table in shown.iter("table"):
        head, *rows = table.iter("tr")
        assert {cell.get("scope") for cell in head} == {"col"}
        assert {(row[0].tag, row[0].get("scope")) for row in rows} == {("th", "row")}
        assert {len(row) for row in rows} == {len(head)}


@pytest.mark.parametrize(
    ("kind", "data", "words"),
    [
        ("members", {"groups": []}, "Ingen medlemmer er registreret."),
        ("members", {"groups": [{"council": "X", "rows": []}]}, "Ingen medlemmer er registreret."),
        ("focus_areas", {"rows": []}, "Planen har ingen kredsdækkende emner."),
        ("priorities", {"municipalities": []}, "Ingen lokalråd har angivet prioriterede indsatsområder."),
        (
            "priorities",
            {"municipalities": [{"name": "X", "slug": "x", "rows": []}]},
            "Lokalrådet har ikke angivet prioriterede indsatsområder.",
        ),
        ("forums", {"rows": []}, "Ingen samarbejdsfora er registreret."),
        ("prevention_areas", {"rows": []}, "Ingen boligområder i politikredsen står på listen"),
        ("figures", {"tables": []}, "Ingen tal er registreret."),
        ("figures", {"tables": [{"title": "X", "source": "", "rows": []}]}, "Ingen tal er registreret."),
        ("organisation", {"rows": []}, "Ingen enheder er registreret."),
        ("duties", {"rows": []}, "Ingen opgaver er registreret."),
        ("meetings", {"rows": []}, "Ingen møder er planlagt endnu."),
        ("signatories", {"place": "", "date": None, "rows": []}, "Ingen underskrivere er angivet."),
    ],
)
def test_data_that_is_empty_says_so(kind, data, words):
    assert words in _words(_shown(samples.section("1", "A", 0, data_kind=kind, data=data)))


def test_data_that_is_not_there_shows_nothing():
    assert _words(_shown(samples.section("1", "A", 0, data_kind="members", data=None))) == "1. A"


@pytest.mark.parametrize(
    ("place", "date", "words"),
    [
        ("Holstebro", "2024-12-19", "Holstebro, den 19. december 2024"),
        ("", "2024-12-19", "Den 19. december 2024"),
        ("Holstebro", None, "Holstebro"),
    ],
)
def test_signatures_name_place_and_date_as_far_as_they_are_known(place, date, words):
    data = samples.signatories() | {"place": place, "date": date}
    shown = _shown(samples.section("", "Forord", 0, "foreword", data_kind="signatories", data=data))
    assert [_words(each) for each in shown.find_class("signatures-place")] == [words]


def test_a_signatory_has_name_title_and_time():
    shown = _shown(samples.foreword())
    assert _words(shown.find_class("signatories")[0][1]) == (
        "Bo Herning ÅgesenBorgmester i Herning KommuneUnderskrevet 11. december 2026 kl. 12.05"
    )


def test_a_title_without_its_kommune_gets_it():
    row = {"name": "A", "title": "Borgmester", "municipality": "Skive", "signed_at": None}
    data = {"place": "", "date": None, "rows": [row]}
    shown = _shown(samples.section("", "Forord", 0, "foreword", data_kind="signatories", data=data))
    assert [_words(each) for each in shown.find_class("signatory-title")] == ["Borgmester, Skive Kommune"]


def test_priorities_keep_their_numbers_and_link_to_the_district_wide_text():
    rows = [
        {
            "position": 1,
            "title": "Fælles",
            "scope": "district",
            "is_new": False,
            "anchor": "x",
            "description": "",
        },
        {
            "position": 3,
            "title": "Eget",
            "scope": "local",
            "is_new": True,
            "anchor": "",
            "description": "<p>t</p>",
        },
    ]
    data = {"municipalities": [{"name": "Skive", "slug": "skive", "rows": rows}]}
    section = samples.section("3.3", "Lokalt", 2, data_kind="priorities", data=data)
    shown = _shown(section)
    first, second = shown.iter("li")
    assert [first.get("value"), second.get("value")] == ["1", "3"]
    assert [link.get("href") for link in shown.iter("a")] == ["#x"]
    assert _words(second) == "Eget Lokalt emne Nyt t"
    (heading,) = shown.iter("h5")
    assert heading.get("id") == f"{section['anchor']}-skive"


def test_a_forum_says_who_is_left_out_and_why():
    shown = _shown(samples.filled("1", "Fora", 0, "chapter", "forums"))
    assert "Ikke Morsø: opgaven løses i SSP-samarbejdet." in _rows(shown)[2][2]


def test_a_forum_says_who_sits_in_it_how_often_they_meet_and_who_is_responsible():
    first, second = _rows(_shown(samples.filled("1", "Fora", 0, "chapter", "forums")))[1:]
    assert "Deltagere: SSP-konsulenten" in first[1]
    assert "Mødes: Fire gange om året" in first[1]
    assert "Ansvarlig: SSP-konsulenten" in first[1]
    assert not any(word in second[1] for word in ("Deltagere", "Mødes", "Ansvarlig"))


def test_a_forum_without_an_abbreviation_is_called_by_its_name():
    section = samples.filled("1", "Fora", 0, "chapter", "forums")
    section["data"]["rows"][0] |= {"code": "", "name": "Infohuset"}
    name = _shown(section).xpath("//tbody/tr/th")[0]
    assert _words(name) == "Infohuset"
    assert not name.xpath(".//br")


def test_units_stand_below_each_other():
    shown = _shown(samples.filled("1", "Organisation", 0, "chapter", "organisation"))
    top = shown.find_class("organisation")[0]
    assert [_words(unit)[:13] for unit in top] == ["Ledelsessekre", "Lokalpolitiet", "Efterforsknin"]
    assert [_words(unit) for unit in top[1].findall("ul/li/ul/li")] == ["Forebyggende sektion"]


def test_a_unit_that_skips_a_depth_hangs_on_the_nearest_above():
    (root,) = nested([{"name": "a", "depth": 0}, {"name": "b", "depth": 2}, {"name": "c", "depth": 1}])
    assert [node["row"]["name"] for node in root["children"]] == ["b", "c"]


def test_dates_are_danish_and_times_are_those_of_copenhagen():
    assert day("2024-12-19") == "19.\xa0december 2024"
    assert moment("2024-12-19") == "19.\xa0december 2024"
    assert moment("2026-07-01T22:30:00+00:00") == "2.\xa0juli 2026 kl.\xa000.30"


def test_headings_end_at_six():
    assert [below(level) for level in (2, 5, 6)] == [3, 6, 6]
