"""Each section has somebody who writes it, a status, guidance, and what may be changed in it."""

import pytest
from django.urls import reverse

from plans.document.make_snapshot import make_snapshot
from plans.document.models import EditMode, FocusArea, Scope, WritingStatus
from plans.drafting.workflow import (
    assign_sections,
    care_for,
    carry_forward,
    delete_section,
    edit_focus_area,
    save_section,
)
from plans.drafting.workflow.edit_mode import only_facts_differ
from samarbejde.transitions import Refused

TEXT = "<p>Der var 7 øvelser i september 2014, 17,5 % flere.</p>"


def set_mode(section, mode: str, by) -> None:
    care_for(section, owner=None, status="todo", mode=mode, guidance="", seen="", by=by)
    section.refresh_from_db()


def write(section, by, **changes):
    text = {name: getattr(section, name) for name in ("heading", "body", "closing")} | changes
    return save_section(section, version=section.version, by=by, **text)


def test_care_is_kept_in_the_history_and_leaves_the_text_as_it_was(plan, section, cast, as_user):
    one = section("Natteliv", body=TEXT)
    shown = make_snapshot(plan)
    address = reverse("care-for-section", args=[plan.pk, one.pk])
    form = {
        "owner": cast.sekretariat.pk,
        "status": "writing",
        "mode": "facts",
        "guidance": "Ring.",
        "seen": "",
    }
    answer = as_user(cast.sekretariat).post(address, form, follow=True)
    one.refresh_from_db()
    assert (one.owner, one.status, one.mode, one.guidance) == (cast.sekretariat, "writing", "facts", "Ring.")
    assert one.version == 1, "whoever writes the text meanwhile is not overtaken"
    assert one.history.latest().history_change_reason.startswith("Ansvarlig: Sekretariatet")
    assert "Ring." in answer.text
    assert "Her må kun fakta rettes" in answer.text
    assert make_snapshot(plan) == shown, "nothing of it is ever published"


def test_nobodys_guidance_is_overwritten_unseen(plan, section, cast, as_user):
    one = section("Natteliv")
    address = reverse("care-for-section", args=[plan.pk, one.pk])
    form = {"owner": "", "status": "todo", "mode": "free", "guidance": "Min.", "seen": ""}
    care_for(one, owner=None, status="todo", mode="free", guidance="Deres.", seen="", by=cast.sekretariat)
    writer = as_user(cast.sekretariat)
    answer = writer.post(address, form)
    assert answer.status_code == 409
    assert "Deres." in answer.text
    assert "Min." in answer.text
    again = {"seen": answer.context["form"]["seen"].value()}
    assert writer.post(address, form | again).status_code == 302
    one.refresh_from_db()
    assert one.guidance == "Min."


def test_only_the_secretariat_writes(plan, section, cast, as_user):
    one = section("Natteliv")
    with pytest.raises(Refused, match="ikke i sekretariatet"):
        assign_sections(plan, [one], owner=cast.formand_herning, by=cast.sekretariat)
    address = reverse("care-for-section", args=[plan.pk, one.pk])
    form = {"owner": cast.formand_herning.pk, "status": "todo", "mode": "free", "guidance": "x", "seen": ""}
    assert as_user(cast.sekretariat).post(address, form).status_code == 422


def test_writing_begins_the_section(section, cast):
    one = section("Natteliv")
    assert write(one, cast.sekretariat, body="<p>a</p>").status == WritingStatus.WRITING
    assign_sections(one.plan, [one], status="ready", by=cast.sekretariat)
    one.refresh_from_db()
    assert write(one, cast.sekretariat, body="<p>b</p>").status == WritingStatus.READY


@pytest.mark.parametrize("changes", [{"heading": "Ny"}, {"body": "<p>8</p>"}, {"closing": "<p>x</p>"}])
def test_a_locked_section_stands(section, cast, changes):
    one = section("Natteliv", body=TEXT)
    set_mode(one, EditMode.LOCKED, cast.sekretariat)
    with pytest.raises(Refused, match="er låst"):
        write(one, cast.sekretariat, **changes)
    write(one, cast.sekretariat)  # nothing is changed
    with pytest.raises(Refused, match="kan ikke slettes"):
        delete_section(one, by=cast.sekretariat)


@pytest.mark.parametrize(
    ("after", "may"),
    [
        (TEXT.replace("7", "12").replace("2014", "2015").replace("september", "maj"), True),
        (TEXT.replace("17,5", "1.200"), True),
        (TEXT.replace("flere", "færre"), False),
        (TEXT + "<p>Mere.</p>", False),
        (TEXT.replace("7", "mange"), False),
    ],
)
def test_where_facts_alone_may_be_changed_words_stand(section, cast, after, may):
    one = section("Natteliv", body=TEXT)
    set_mode(one, EditMode.FACTS, cast.sekretariat)
    if may:
        assert write(one, cast.sekretariat, body=after).body == after
    else:
        with pytest.raises(Refused, match="kun tal, datoer og felter"):
            write(one, cast.sekretariat, body=after)
        one.refresh_from_db()
        assert one.body == TEXT


def test_a_field_of_the_register_is_a_fact():
    before, after = (f"<p>I {year} er vi" for year in ("{planens år}", "2027"))
    assert only_facts_differ(before, after)


def test_a_topics_title_is_its_locked_sections_heading(plan, section, cast):
    one = section("Natteliv")
    area = FocusArea.objects.create(plan=plan, scope=Scope.DISTRICT, section=one, since=2027)
    set_mode(one, EditMode.LOCKED, cast.sekretariat)
    with pytest.raises(Refused, match="er låst"):
        edit_focus_area(area, title="Ny", text="", version=1, by=cast.sekretariat)


def test_next_years_plan_keeps_owner_guidance_and_mode_and_begins_anew(plan, section, cast):
    section("Natteliv", owner=cast.sekretariat, guidance="Ring.", mode="locked", status="ready")
    section("Torve", owner=cast.formand_herning)
    mine, theirs = carry_forward(plan, 2028, by=cast.sekretariat).sections.order_by("position")
    assert (mine.owner, mine.guidance, mine.mode, mine.status) == (
        cast.sekretariat,
        "Ring.",
        "locked",
        "todo",
    )
    assert theirs.owner is None, "no longer in the secretariat"
