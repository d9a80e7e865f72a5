"""The board of duties: on the map, and as a file."""

import pytest
from django.urls import reverse

from plans.follow_up import workflow
from tests.plans.follow_up import stages
from tests.site.test_sheets import read_csv

pytestmark = pytest.mark.django_db


def said(client, plan) -> dict[str, tuple[str, str]]:
    page = client.get(reverse("duty-board", args=[plan.pk]))
    return {tile.name: (tile.said.words, tile.said.kind) for tile in page.context["board"].map.parts}


def test_the_map_tells_how_many_answers_are_missing(cast, as_user):
    plan = stages.published(cast, number=2)
    client = as_user(cast.sekretariat)
    assert said(client, plan)["Herning"] == ("2 mangler", "started")
    first, other = plan.duties.all()
    herning, by = stages.herning(cast), cast.formand_herning
    for duty, left in ((first, ("1 mangler", "started")), (other, ("alle svar", "done"))):
        answer = workflow.write_answer(duty, herning, stages.WORDS, version=0, by=by)
        workflow.submit_answer(answer, by=by)
        assert said(client, plan)["Herning"] == left
    assert said(client, plan)["Viborg"] == ("2 mangler", "started")


def test_what_is_late_is_told_first_and_the_tile_leads_to_it(cast, as_user):
    plan = stages.published(cast, days=-3)
    late = plan.duties.get()
    client = as_user(cast.sekretariat)
    assert said(client, plan)["Herning"] == ("1 for sent", "missing")
    way = reverse("answer-duty", args=[late.pk, stages.herning(cast).pk])
    page = client.get(reverse("duty-board", args=[plan.pk])).text
    assert f'<a href="{way}" aria-label="Herning: 1 for sent">' in page
    assert "tile-map" not in client.get(reverse("duty-board", args=[plan.pk]) + "?vis=mangler").text


def test_the_board_as_a_file_has_its_rows_and_is_narrowed_down_alike(cast, as_user):
    answer = stages.submitted(cast)
    client = as_user(cast.sekretariat)
    link = reverse("duties-sheet", args=[answer.duty.plan_id, "csv"])
    assert f'href="{link}"' in client.get(reverse("duty-board", args=[answer.duty.plan_id])).text
    _, *rows = read_csv(client.get(link).content)
    assert len(rows) == len(cast.municipalities)
    [own] = [row for row in rows if row[4] == "Lokalrådet i Herning"]
    assert own[6:] == ["i gang", stages.WORDS.text, stages.WORDS.figures]
    assert own[0] == str(answer.duty.plan.year)
    assert own[2] == f"{answer.duty.due_on:%d-%m-%Y}"
    _, *missing = read_csv(client.get(f"{link}?vis=mangler").content)
    assert len(missing) == len(rows) - 1
    assert own not in missing
