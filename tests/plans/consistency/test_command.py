"""`manage.py check_plan DISTRICT YEAR --json`"""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from plans.consistency import workflow
from plans.consistency.preparing import findings_of

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("check_plan", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def let_stand(plan, section, cast):
    section("Mål for 2024", body="<p>Sammen.</p>")
    [found] = findings_of(plan)
    return workflow.waive(plan, found.key, "Strategien hedder sådan.", by=cast.sekretariat)


def test_each_finding_has_its_fields(plan, section):
    placed = section("Mål for 2024", body="<p>I Midt- Vestjyllands politikreds.</p>")
    rows = {row["code"]: row for row in json.loads(run("midt-og-vestjylland", "2027", "--json"))}
    assert rows["past-years"] == {
        "key": rows["past-years"]["key"],
        "code": "past-years",
        "title": "Årstal",
        "level": "advisory",
        "section": "1. Mål for 2024",
        "quotation": "2024",
        "message": "Overskriften »1. Mål for 2024« nævner 2024, og planen gælder 2027.",
        "mend": f"Ret afsnittet: /arbejdsbord/planer/{plan.pk}/afsnit/{placed.pk}/",
        "suggestions": [],
        "waived": None,
    }
    assert rows["names-of-bodies"]["mend"] == (
        "Ret »Midt- Vestjyllands politikreds« til »Midt- og Vestjyllands politikreds«"
    )
    assert rows["names-of-bodies"]["section"] == "1. Mål for 2024"


def test_what_stops_a_plan_comes_first(plan, section):
    section("Mål for 2024", body="<p>Sag 010190-1234.</p>")
    first, *rest = json.loads(run("midt-og-vestjylland", "2027", "--json"))
    assert (first["code"], first["level"]) == ("personal-numbers", "blocking")
    assert "010190-1234" not in str(first)
    assert {row["level"] for row in rest} == {"advisory"}


def test_for_people_it_is_lines(plan, section):
    section("Mål for 2024", body="<p>a</p>")
    assert "past-years (se på det): Overskriften »1. Mål for 2024« nævner 2024" in run(
        "midt-og-vestjylland", "2027"
    )


def test_a_plan_that_is_not_there(db):
    with pytest.raises(CommandError, match="ingen plan for midt-og-vestjylland i 2031"):
        run("midt-og-vestjylland", "2031")


def test_what_may_stand_comes_last_with_who_said_why(let_stand, section, cast):
    section("Natteliv i 2025", body="<p>Sammen.</p>")
    standing, waived = json.loads(run("midt-og-vestjylland", "2027", "--json"))
    assert (standing["quotation"], standing["waived"]) == ("2025", None)
    assert (waived["quotation"], waived["key"]) == ("2024", let_stand.key)
    assert waived["waived"] == {
        "reason": "Strategien hedder sådan.",
        "by": cast.sekretariat.name,
        "office": "Sekretariatet i Midt- og Vestjylland",
        "year": 2027,
        "at": let_stand.waived_at.isoformat(),
    }
    lines = run("midt-og-vestjylland", "2027")
    assert "past-years (må stå): Overskriften" in lines
    assert "2027: Strategien hedder sådan." in lines
    assert lines.endswith("1 ting at se på, 1 må stå.\n")


def test_what_a_word_may_have_been_meant_as(plan, section):
    section("Emner", body="<p>Vores samabejde.</p>")
    [row] = json.loads(run("midt-og-vestjylland", "2027", "--json"))
    assert row["suggestions"][0] == "samarbejde"
    assert len(row["suggestions"]) <= 3


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["--code", "references"], ["references"]),
        (["--code", "references", "--code", "past-years"], ["references", "past-years", "past-years"]),
        (["--level", "blocking"], ["personal-numbers"]),
        (["--section", "natteliv"], ["personal-numbers", "references", "past-years"]),
        (["--waived"], ["past-years"]),
        (["--standing"], ["personal-numbers", "references", "past-years"]),
        (["--standing", "--section", "Mål"], []),
    ],
)
def test_some_of_it_is_asked_for(let_stand, section, asked, found):
    section("Natteliv i 2025", body="<p>Se afsnit 9.9 i sag 010190-1234.</p>")
    rows = json.loads(run("midt-og-vestjylland", "2027", "--json", *asked))
    assert [row["code"] for row in rows] == found


def test_a_kind_that_is_none_is_refused(plan):
    with pytest.raises(CommandError, match="invalid choice"):
        run("midt-og-vestjylland", "2027", "--code", "noget")
