"""New words for a section: suggested, read as a redline, accepted in their author's name, or declined."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.desk.board import board
from plans.desk.deletable import why_it_stays
from plans.document.models import EditMode, Plan, Section
from plans.document.states import PlanState
from plans.drafting.workflow import delete_section
from plans.suggestions import workflow
from plans.suggestions.comparing import texts_of
from plans.suggestions.models import Suggestion, SuggestionState
from samarbejde.accounts.models import User
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused, Stale
from tests.logged import logged
from tests.making import section as a_section
from tests.plans.comments.stages import nightlife
from tests.plans.suggestions.stages import FIRST, SECOND, SUGGESTED, moved_on, section_of, suggested
from tests.redlines import bare

pytestmark = pytest.mark.django_db

WISH = f"{FIRST}{SUGGESTED}"


def at(name: str, suggestion: Suggestion) -> str:
    return reverse(name, args=[suggestion.plan_id, suggestion.pk])


def fields(page) -> dict[str, object]:
    """What the page's form holds, as it would be sent."""
    return {name: page.context["form"][name].value() for name in ("heading", "body", "version")}


def test_whoever_may_comment_suggests_and_sees_the_redline(cast, as_user):
    section = nightlife(cast)
    client = as_user(cast.kontaktudvalg)
    page = reverse("suggest-change", args=[section.plan_id, section.pk])
    typed = fields(client.get(page)) | {"reason": "Skolerne er holdt op.", "form_key": uuid4()}
    assert client.post(page, typed).status_code == 409  # nothing is changed
    for _ in range(2):
        answer = client.post(page, typed | {"body": WISH}, follow=True)
    made = Suggestion.objects.get()
    assert (made.by, made.base_version, made.state) == (cast.kontaktudvalg, 1, SuggestionState.WAITING)
    assert "<del>Skolerne</del> <ins>Natteravnene</ins> går tur" in bare(answer.text)
    assert "Optag i planen" not in answer.text
    assert section_of(made).body == f"{FIRST}{SECOND}"
    assert Event.objects.about(made.plan).get(verb="suggestion.made").internal
    assert made.reason in as_user(cast.sekretariat).get(at("suggestion", made)).text


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"body": "<p>010180-1234</p>"}, "CPR"),
        ({"heading": ""}, "Overskrift"),
        ({"version": 7}, "ufuldstændigt"),
    ],
)
def test_what_will_not_do_comes_back(cast, as_user, changed, why):
    section = nightlife(cast)
    client = as_user(cast.kontaktudvalg)
    page = reverse("suggest-change", args=[section.plan_id, section.pk])
    typed = fields(client.get(page)) | {"body": WISH, "form_key": uuid4()} | changed
    answer = client.post(page, typed)
    assert answer.status_code == 422
    assert why in answer.text
    assert not Suggestion.objects.exists()


def test_accepting_makes_it_the_new_version_with_its_author_in_the_history(cast, as_user):
    made = suggested(cast)
    client = as_user(cast.sekretariat)
    page = client.get(at("suggestion", made))
    answer = client.post(at("suggestion", made), fields(page), follow=True)
    section = section_of(made)
    assert (section.body, section.version) == (WISH, 2)
    newest = section.history.latest()
    assert (newest.history_user, newest.history_change_reason) == (
        cast.sekretariat,
        f"Ændringsforslag fra {cast.kontaktudvalg}",
    )
    assert f"Ændringsforslag fra {cast.kontaktudvalg}" in answer.text
    made.refresh_from_db()
    assert (made.state, made.became_version, made.decided_by) == ("accepted", 2, cast.sekretariat)
    shown = as_user(cast.kontaktudvalg).get(at("suggestion", made)).text
    assert "<del>Skolerne</del> <ins>Natteravnene</ins>" in bare(shown)
    with pytest.raises(Refused):
        workflow.decline(made, "Nej", by=cast.sekretariat)


def test_references_to_a_heading_that_is_accepted_follow_and_the_page_says_so(cast, as_user):
    made = suggested(cast, heading="Aftenliv")
    other = a_section(made.plan, "Fora", "<p>{afsnit: Natteliv}</p>")
    client = as_user(cast.sekretariat)
    answer = client.post(at("suggestion", made), fields(client.get(at("suggestion", made))), follow=True)
    assert "Én henvisning er rettet." in answer.text
    other.refresh_from_db()
    assert other.body == "<p>{afsnit: Aftenliv}</p>"


def test_what_the_secretariat_corrects_on_the_way_says_so(cast, as_user):
    made = suggested(cast)
    client = as_user(cast.sekretariat)
    typed = fields(client.get(at("suggestion", made))) | {"body": "<p>Kun natteravnene.</p>"}
    client.post(at("suggestion", made), typed)
    section = section_of(made)
    assert section.body == "<p>Kun natteravnene.</p>"
    assert section.history.latest().history_change_reason.endswith(", tilrettet")


@pytest.mark.parametrize(("body", "ending"), [(WISH, ""), (FIRST, ", tilrettet")])
def test_a_history_has_room_for_the_longest_name(cast, body, ending):
    made = suggested(cast)
    User.objects.filter(pk=made.by_id).update(name="Ø" * 120)
    texts = {"heading": "Natteliv", "body": body, "closing": ""}
    saved = workflow.accept(Suggestion.objects.get(), texts, version=1, by=cast.sekretariat)
    reason = saved.history.latest().history_change_reason
    assert (len(reason), reason.endswith(f"Ø{ending}")) == (100, True)


def test_the_log_tells_what_became_of_each(cast):
    made = suggested(cast, heading="Aftenliv")
    author = made.by
    workflow.accept(made, texts_of(made), version=1, by=cast.sekretariat)
    workflow.decline(suggested_again(made), "Nej.", by=cast.sekretariat)
    workflow.withdraw(suggested_again(made), by=author)
    assert logged(made.plan, "suggestion") == [
        "Foreslog en ændring af »Natteliv«",
        f"Optog en ændring af »Aftenliv« fra {author}",
        "Foreslog en ændring af »Aftenliv«",
        f"Afviste en ændring af »Aftenliv« fra {author}",
        "Foreslog en ændring af »Aftenliv«",
        "Tog et ændringsforslag til »Aftenliv« tilbage",
    ]


def test_where_the_section_has_moved_on_the_difference_is_shown_and_both_are_joined(cast, as_user):
    made = suggested(cast, body=f"{FIRST.replace('går tur', 'cykler')}{SECOND}")
    moved_on(cast, made, f"{FIRST}{SECOND}<p>Slut.</p>")
    client = as_user(cast.sekretariat)
    page = client.get(at("suggestion", made))
    since, _, becomes = bare(page.text).partition('id="becomes"')
    assert "Afsnittet er ændret, siden forslaget blev skrevet" in since
    assert "<ins>Slut.</ins>" in since
    assert "<ins>cykler</ins>" in becomes
    assert "Slut.</p>" in becomes
    client.post(at("suggestion", made), fields(page))
    section = section_of(made)
    assert section.body == f"{FIRST.replace('går tur', 'cykler')}{SECOND}<p>Slut.</p>"
    assert not section.history.latest().history_change_reason.endswith("tilrettet")


def test_what_cannot_be_joined_is_said_and_left_to_the_secretariat(cast, as_user):
    made = suggested(cast)
    moved_on(cast, made, f"{FIRST}<p>Skolerne løber med de unge på torvet.</p>")
    page = as_user(cast.sekretariat).get(at("suggestion", made))
    shown = bare(page.text)
    assert "kan ikke flettes" in shown
    assert "<del>går tur</del> <ins>løber</ins>" in shown
    assert shown.index("løber") < shown.index("<ins>Natteravnene</ins>")
    assert fields(page)["body"].replace("\n", "") == WISH
    assert section_of(made).version == 2


def test_a_section_that_is_saved_while_one_decides_is_not_overwritten(cast, as_user):
    made = suggested(cast)
    client = as_user(cast.sekretariat)
    typed = fields(client.get(at("suggestion", made)))
    moved_on(cast, made, f"{FIRST}<p>Skolerne løber med de unge på torvet.</p>")
    answer = client.post(at("suggestion", made), typed)
    assert answer.status_code == 409
    assert "løber" in answer.text
    assert "Natteravnene" in answer.text
    assert section_of(made).version == 2
    made.refresh_from_db()
    assert made.is_waiting
    client.post(at("suggestion", made), typed | {"version": 2})
    assert section_of(made).body == WISH


def test_one_declines_with_a_reason_and_the_author_reads_it(cast, as_user):
    made = suggested(cast)
    client = as_user(cast.sekretariat)
    assert client.post(at("decline-suggestion", made), {"answer": ""}).status_code == 422
    client.post(at("decline-suggestion", made), {"answer": "Skolerne er med igen."})
    made.refresh_from_db()
    assert (made.state, made.decided_by) == ("declined", cast.sekretariat)
    assert "Skolerne er med igen." in as_user(cast.kontaktudvalg).get(at("suggestion", made)).text
    assert section_of(made).version == 1
    letter = Message.objects.get()
    assert (letter.to, "Skolerne er med igen." in letter.body) == (cast.kontaktudvalg, True)
    with pytest.raises(Refused):
        workflow.accept(made, {"heading": "X", "body": "", "closing": ""}, version=1, by=cast.sekretariat)


def test_only_the_author_withdraws(cast, as_user):
    made = suggested(cast)
    as_user(cast.direktoer).post(at("withdraw-suggestion", made))
    made.refresh_from_db()
    assert made.is_waiting
    as_user(cast.kontaktudvalg).post(at("withdraw-suggestion", made))
    made.refresh_from_db()
    assert made.state == SuggestionState.WITHDRAWN


def test_what_stands_in_the_way_is_said_and_nothing_is_lost(cast, as_user):
    made = suggested(cast)
    section = section_of(made)
    client = as_user(cast.sekretariat)
    typed = fields(client.get(at("suggestion", made)))
    Section.objects.filter(pk=section.pk).update(mode=EditMode.LOCKED)
    locked = client.post(at("suggestion", made), typed)
    Section.objects.filter(pk=section.pk).update(mode=EditMode.FREE)
    Plan.objects.filter(pk=made.plan_id).update(state=PlanState.SIGNING)
    closed = client.post(at("suggestion", made), typed)
    Plan.objects.filter(pk=made.plan_id).update(state=PlanState.DRAFT)
    delete_section(section, by=cast.sekretariat)
    gone = client.post(at("suggestion", made), typed)
    for answer, why in ((locked, "er låst"), (closed, "til underskrift"), (gone, "slettet")):
        assert answer.status_code == 409
        assert why in answer.text
        assert "Natteravnene" in answer.text
    made.refresh_from_db()
    assert made.is_waiting


def test_the_database_keeps_what_was_suggested_and_decided(cast):
    made = suggested(cast)
    rows = Suggestion.objects.filter(pk=made.pk)
    changes = [
        lambda: rows.update(body="<p>Andet.</p>"),
        lambda: rows.update(state="declined"),
        lambda: rows.update(state="accepted"),
    ]
    workflow.decline(suggested_again(made), "Nej.", by=cast.sekretariat)
    changes.append(lambda: Suggestion.objects.filter(state="declined").update(answer="Andet."))
    for change in changes:
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def suggested_again(made: Suggestion) -> Suggestion:
    return workflow.suggest(
        section_of(made),
        {"heading": "Natteliv", "body": "", "closing": ""},
        reason="",
        version=1,
        form_key=uuid4(),
        by=made.by,
    )


def test_who_suggests_follows_the_plans_state(cast):
    section = nightlife(cast, state=PlanState.DISCUSSED)
    with pytest.raises(Refused, match="ikke foreslås"):
        workflow.suggest(
            section,
            {"heading": "Natteliv", "body": WISH, "closing": ""},
            reason="",
            version=1,
            form_key=uuid4(),
            by=cast.direktoer,
        )


def test_a_stale_version_is_told_by_the_step_itself(cast):
    made = suggested(cast)
    moved_on(cast, made, FIRST)
    with pytest.raises(Stale):
        workflow.accept(
            made, {"heading": "Natteliv", "body": WISH, "closing": ""}, version=1, by=cast.sekretariat
        )


def test_it_is_seen_where_the_section_is_written_and_on_the_board(cast, as_user):
    made = suggested(cast)
    section = section_of(made)
    page = as_user(cast.sekretariat).get(reverse("edit-section", args=[made.plan_id, section.pk])).text
    assert at("suggestion", made) in page
    [row] = [row for row in board(made.plan, cast.sekretariat) if row["pk"] == section.pk]
    assert row["suggestions"] == 1
    assert "1 ændringsforslag til" in as_user(cast.sekretariat).get(reverse("desk")).text
    assert any("ændringsforslag" in reason for reason in why_it_stays(made.plan))


def test_three_suggestions_cost_no_more_questions_than_one(cast, as_user):
    made = suggested(cast)
    client = as_user(cast.sekretariat)
    pages = [
        reverse("plan-suggestions", args=[made.plan_id]),
        reverse("section-comments", args=[made.plan_id, section_of(made).pk]),
        reverse("plan-board", args=[made.plan_id]),
    ]
    costs = [questions(client, page) for page in pages]
    for _ in range(2):
        suggested_again(made)
    assert [questions(client, page) for page in pages] == costs


def questions(client, page: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page).status_code == 200
    return len(captured)
