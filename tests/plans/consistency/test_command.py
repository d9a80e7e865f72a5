"""`manage.py check_plan DISTRICT YEAR --json`"""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("check_plan", *arguments, stdout=out)
    return out.getvalue()


def test_each_finding_has_six_things(plan, section):
    placed = section("Mål for 2024", body="<p>I Midt- Vestjyllands politikreds.</p>")
    rows = {row["code"]: row for row in json.loads(run("midt-og-vestjylland", "2027", "--json"))}
    assert rows["past-years"] == {
        "code": "past-years",
        "level": "advisory",
        "section": "1. Mål for 2024",
        "quotation": "2024",
        "message": "Overskriften »1. Mål for 2024« nævner 2024, og planen gælder 2027.",
        "mend": f"Ret afsnittet: /arbejdsbord/planer/{plan.pk}/afsnit/{placed.pk}/",
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
