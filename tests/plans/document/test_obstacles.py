"""What stops a text from being published, told with the section where it stands."""

import pytest

from plans.document.make_snapshot import make_snapshot
from plans.document.obstacles import Unpublishable, leads_out, located, obstacles, refuse_obstacles
from tests.making import a_focus_area, a_plan, section

pytestmark = pytest.mark.django_db
NUMBER = "010190-1234"


@pytest.fixture
def plan(cast):
    return a_plan(cast.kredsraad())


def told(plan):
    return [(found.title, found.text) for found in obstacles(make_snapshot(plan))]


def test_a_plan_that_can_be_published_has_none(plan):
    section(plan, "Links", '<p><a href="https://politi.dk/">Politiet</a> <a href="tel:114">114</a></p>')
    assert told(plan) == []
    refuse_obstacles(make_snapshot(plan))


@pytest.mark.parametrize("where", ["heading", "body", "closing"])
def test_a_number_like_a_cpr_number_is_told_with_its_section(plan, where):
    placed = section(plan, "Nyt")
    setattr(placed, where, f"Sag {NUMBER}")
    placed.save()
    [found] = obstacles(make_snapshot(plan))
    assert "ligner et CPR-nummer" in found.text
    assert placed.heading in found.title
    assert located(plan, [found]) == [(found, placed.pk)]


def test_what_the_register_fills_in_is_read_too(plan, cast):
    mayor = cast.borgmester("Skive")
    mayor.name = f"Borgmesteren {NUMBER}"
    mayor.save()
    [(title, text)] = told(plan)
    assert title == "Forord"
    assert "ligner et CPR-nummer" in text


def test_what_stands_in_no_section_is_told_of_the_plan(plan):
    text = make_snapshot(plan) | {"signed_place": f"Hos {NUMBER}"}
    [found] = obstacles(text)
    assert (found.title, located(plan, [found])) == ("", [(found, None)])


@pytest.mark.parametrize("part", ["body", "closing"])
def test_links_that_lead_nowhere_are_told_each(plan, part):
    text = '<p><a href="#_ftn1">[1]</a> og <a href="/arbejdsbord/">skrive<strong>bordet</strong></a></p>'
    section(plan, "Noter", **{part: text})
    assert [(title, words.split("«")[0]) for title, words in told(plan)] == [
        ("4. Noter", "Linket »[1]"),
        ("4. Noter", "Linket »skrivebordet"),
    ]


def test_a_local_topics_text_is_read_too(plan, cast):
    a_focus_area(plan, "Natteliv", cast.lokalraad("Herning"), description='<p><a href="side2">2</a></p>')
    [(title, text)] = told(plan)
    assert "Lokale indsatsområder" in title
    assert "Linket »2«" in text


@pytest.mark.parametrize(
    ("address", "out"),
    [
        ("https://politi.dk/kontakt#nu", True),
        (" http://retsinformation.dk", True),
        ("mailto:post@politi.dk", True),
        ("tel:114", True),
        ("http://localhost:8000/midt-og-vestjylland/2025/", True),
        ("http://localhost:8000/arbejdsbord/planer/3/", False),
        ("http://localhost:8000/konto/", False),
        ("http://localhost:8000/arbejdsborde", True),
        ("https://LOCALHOST/Arbejdsbord/planer/3/", False),
        ("http://nogen@localhost//arbejdsbord/", False),
        ("http://127.0.0.1:8000/%61rbejdsbord/", False),
        ("http://samarbejde.test/konto", False),
        ("http://paa.samarbejde.test/administration/", False),
        ("http://localhost.dk/arbejdsbord/", True),
        ("http://[", False),
        ("#_ftn1", False),
        ("", False),
        ("kapitel2.html", False),
        ("/midt-og-vestjylland/", False),
        ("//politi.dk/", False),
        ("https:///intet", False),
        ("javascript:alert(1)", False),
    ],
)
def test_which_addresses_lead_out(address, out, settings):
    settings.ALLOWED_HOSTS = ["127.0.0.1", ".samarbejde.test"]
    assert leads_out(address) is out


def test_a_refusal_names_the_first_five_and_counts_the_rest(plan):
    for number in range(7):
        section(plan, f"Afsnit {number}", f"<p>{NUMBER}</p>")
    with pytest.raises(Unpublishable) as refusal:
        refuse_obstacles(make_snapshot(plan))
    assert len(refusal.value.obstacles) == 7
    assert str(refusal.value).count("CPR-nummer") == 5
    assert str(refusal.value).endswith("Og 2 andre steder.")
