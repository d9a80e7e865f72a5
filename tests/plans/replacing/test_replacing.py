"""One step over the whole plan, and one step back."""

import pytest

from plans.document.models import Carried, FocusArea, Plan, WritingStatus
from plans.document.states import PlanState
from plans.drafting.workflow import delete_section, save_section
from plans.replacing import workflow
from plans.replacing.finding import found
from plans.replacing.models import Replacement
from samarbejde.events.models import Event
from samarbejde.text.rich_text_replacing import Sought
from samarbejde.transitions import Refused
from tests.plans.replacing.conftest import SOUGHT

BEFORE = "Vores kreds <p>En <strong>kre</strong>ds.</p> <p>kreds</p> Natteliv <p>Hele kredsen</p>"
AFTER = "Vores egn <p>En <strong>egn</strong>.</p> <p>egn</p> Natteliv <p>Hele egnen</p>"


def test_everywhere_at_once(replaced, texts, plan, cast):
    assert BEFORE in texts()
    done = replaced()
    assert AFTER in texts()
    assert "<p>Midt i egnen</p>" in texts()
    assert done.places == 5
    section = plan.sections.get(position=1)
    newest = section.history.latest()
    assert (section.version, newest.history_change_reason) == (2, "»kreds« erstattet med »egn«")
    assert newest.history_user == cast.sekretariat
    assert plan.sections.get(heading="Beredskab").version == 1
    assert Event.objects.get(verb="text.replaced").text == "»kreds« erstattet med »egn« 5 steder"


def test_what_nobody_has_read_is_still_to_be_read(replaced, plan, cast):
    for rows in (plan.sections, plan.focus_areas):
        rows.update(carried=Carried.KEPT, unread=True)
    done = replaced()
    assert plan.sections.filter(unread=True, status=WritingStatus.TODO).count() == 3
    assert plan.focus_areas.get().unread
    workflow.undo(done, by=cast.sekretariat)
    assert plan.sections.filter(unread=True).count() == 3
    assert plan.focus_areas.get().unread


def test_only_where_it_is_ticked(plan, keys, texts, cast):
    chosen = [key for key in keys() if "heading" in key or "emne" in key]
    workflow.replace(plan, SOUGHT, "egn", chosen=chosen, by=cast.sekretariat)
    assert BEFORE.replace("Vores kreds", "Vores egn") in texts()
    assert "<p>Midt i egnen</p>" in texts()


def test_nothing_at_all_where_somebody_wrote_meanwhile(plan, keys, texts, cast):
    seen = keys()
    section = plan.sections.get(heading="Natteliv")
    save_section(section, by=cast.sekretariat, version=1, heading="Natteliv", body="<p>Kredsen er ny</p>")
    with pytest.raises(Refused, match="ændret, siden du søgte"):
        workflow.replace(plan, SOUGHT, "egn", chosen=seen, by=cast.sekretariat)
    assert "egn" not in texts()
    assert not Replacement.objects.exists()


def test_a_text_that_cannot_be_is_named_and_nothing_is_replaced(plan, keys, texts, cast):
    plan.sections.filter(position=1).update(heading="kreds kreds")
    before = texts()
    with pytest.raises(Refused, match=r"Intet er erstattet. »1. kreds kreds«: Overskriften er på"):
        workflow.replace(plan, SOUGHT, "egn" * 60, chosen=keys(), by=cast.sekretariat)
    assert texts() == before


def test_not_without_a_tick_and_not_in_a_text_that_is_locked(plan, keys, cast):
    with pytest.raises(Refused, match="Sæt hak"):
        workflow.replace(plan, SOUGHT, "egn", chosen=[], by=cast.sekretariat)
    seen = keys()
    Plan.objects.update(state=PlanState.SIGNED)
    with pytest.raises(Refused, match="ligger fast"):
        workflow.replace(plan, SOUGHT, "egn", chosen=seen, by=cast.sekretariat)


def test_one_step_back(replaced, texts, cast):
    done = replaced()
    assert workflow.undo(done, by=cast.sekretariat) == []
    assert BEFORE in texts()
    assert "<p>Midt i kredsen</p>" in texts()
    undone = "»kreds« erstattet med »egn« blev fortrudt"
    assert Event.objects.get(verb="text.replacing_undone").text == undone
    with pytest.raises(Refused, match="allerede fortrudt"):
        workflow.undo(done, by=cast.sekretariat)


def test_what_was_written_since_stays(replaced, plan, texts, cast):
    done = replaced()
    section = plan.sections.get(heading="Natteliv")
    save_section(section, by=cast.sekretariat, version=2, heading="Natteliv", body="<p>Hele egnen, ja</p>")
    assert workflow.undo(done, by=cast.sekretariat) == [section]
    assert BEFORE.replace("Hele kredsen", "Hele egnen, ja") in texts()


def test_what_is_gone_since_stays_gone(replaced, plan, texts, cast):
    done = replaced()
    delete_section(plan.sections.get(heading="Natteliv"), by=cast.sekretariat)
    assert workflow.undo(done, by=cast.sekretariat) == []
    assert "Vores kreds" in texts()
    assert "Natteliv" not in texts()


def test_a_district_wide_topic_follows_its_heading(plan, cast, texts):
    area = FocusArea.objects.get()
    section = plan.sections.get(heading="Natteliv")
    FocusArea.objects.create(plan=plan, scope="district", section=section)
    sought = Sought("natteliv")
    keys = [place.key for text in found(plan, sought) for place in text.places]
    assert len(keys) == 1
    workflow.replace(plan, sought, "torvet", chosen=keys, by=cast.sekretariat)
    assert FocusArea.objects.get(section=section).title == "Torvet"
    assert FocusArea.objects.get(pk=area.pk).version == 1
