"""Comments on a draft: anchored, answered, resolved, withdrawn."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.comments import workflow
from plans.comments.anchoring import Quotation
from plans.comments.models import Act, Channel, Comment, CommentReply
from plans.desk.board import board
from plans.desk.deletable import why_it_stays
from plans.drafting import workflow as drafting
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.plans.comments import stages
from tests.plans.comments.stages import address, nightlife, typed, write

pytestmark = pytest.mark.django_db

SECRET = "Spørg juristen."
LOST = "Stedet findes ikke længere i teksten"


def test_a_comment_quotes_the_place_that_was_selected(cast, as_user):
    section = nightlife(cast)
    asked = typed(exact="går\n tur", before="torvet. Skolerne ", after=" med de unge")
    answer = as_user(cast.kontaktudvalg).post(address(section), asked, follow=True)
    assert "Kommentaren er gemt." in answer.text
    comment = Comment.objects.get()
    assert (comment.exact, comment.by, comment.channel) == ("går tur", cast.kontaktudvalg, "shared")
    assert comment.prefix.endswith("Skolerne ")
    assert comment.suffix == " med de unge på torvet."
    [entry] = answer.context["comments"].open
    assert entry.thread.place == len("Politiet går tur i nattelivet. Skolerne ")
    told = Event.objects.about(section.plan).get(verb="comment.written")
    assert (told.internal, told.actor) == (True, cast.kontaktudvalg)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"exact": "cykler"}, "Ordene står ikke i det gemte afsnit"),
        ({"text": ""}, "Skriv kommentaren"),
        ({"text": "Det er 010180-1234."}, "CPR"),
        ({"channel": "internal"}, "Vælg"),
    ],
)
def test_what_will_not_do_comes_back_as_it_was_typed(cast, as_user, fields, why):
    section = nightlife(cast)
    answer = as_user(cast.kontaktudvalg).post(address(section), typed(**fields))
    assert answer.status_code == 422
    assert why in answer.text
    form = answer.context["comments"].form
    assert form["text"].value() == fields.get("text", "Hvem går turen?")
    assert form["exact"].value() == fields.get("exact", "")
    assert not Comment.objects.exists()


@pytest.mark.parametrize(("text", "why"), [("", "Skriv kommentaren"), ("Det er 010180-1234.", "CPR")])
def test_no_step_keeps_what_will_not_do(cast, text, why):
    comment = stages.shared(cast)
    section = comment.plan.sections.get(lineage=comment.lineage)
    with pytest.raises(Refused, match=why):
        write(section, cast.sekretariat, text)
    with pytest.raises(Refused, match=why):
        workflow.answer(comment, text, form_key=uuid4(), by=cast.sekretariat)
    assert (Comment.objects.count(), CommentReply.objects.count()) == (1, 0)


def test_the_same_form_twice_is_one_comment_and_one_answer(cast):
    section, key = nightlife(cast), uuid4()
    for _ in range(2):
        one = workflow.comment(section, "Hvem?", channel="shared", form_key=key, by=cast.sekretariat)
        workflow.answer(one, "Vi.", form_key=key, by=cast.sekretariat)
    assert (Comment.objects.count(), CommentReply.objects.count()) == (1, 1)


def test_a_comment_stays_when_its_words_and_its_section_are_gone(cast, as_user):
    comment = stages.shared(cast)
    plan, client = comment.plan, as_user(cast.sekretariat)
    section = plan.sections.get(lineage=comment.lineage)
    assert LOST not in client.get(address(section)).text
    section = drafting.save_section(
        section, by=cast.sekretariat, version=section.version, heading="Natteliv", body="<p>Nyt.</p>"
    )
    assert LOST in client.get(address(section)).text
    drafting.delete_section(section, by=cast.sekretariat)
    page = client.get(reverse("plan-comments", args=[plan.pk])).text
    assert "Afsnittet er slettet" in page
    assert comment.text in page
    alone = reverse("comment", args=[plan.pk, comment.pk])
    client.post(alone, {"text": "Vi ser på det.", "form_key": uuid4()})
    assert "Vi ser på det." in client.get(alone).text


def test_a_comment_hinders_nobody_who_saves(cast):
    section = nightlife(cast)
    write(section, cast.kontaktudvalg, "Hvem?", quotation=stages.QUOTATION)
    saved = drafting.save_section(
        section, by=cast.sekretariat, version=section.version, heading="Natteliv", body="<p>Nyt.</p>"
    )
    assert (saved.version, saved.history.count()) == (section.version + 1, 2)


def test_a_comment_is_answered_resolved_and_opened_again(cast, as_user):
    section = nightlife(cast)
    comment = write(section, cast.kontaktudvalg, "Hvem går turen?")
    client = as_user(cast.sekretariat)
    mark = reverse("mark-comment", args=[section.plan_id, comment.pk])
    client.post(
        reverse("comment", args=[section.plan_id, comment.pk]), {"text": "Natteravnene.", "form_key": uuid4()}
    )
    for _ in range(2):
        client.post(mark, {"step": "resolve"})
    comment.refresh_from_db()
    assert comment.resolved_by == cast.sekretariat
    as_user(cast.kontaktudvalg).post(mark, {"step": "reopen"})
    comment.refresh_from_db()
    assert comment.resolved_at is None
    said = list(comment.replies.values_list("act", "text", "by"))
    assert said == [
        ("", "Natteravnene.", cast.sekretariat.pk),
        (Act.RESOLVED, "", cast.sekretariat.pk),
        (Act.REOPENED, "", cast.kontaktudvalg.pk),
    ]
    with pytest.raises(Refused, match="den, der skrev"):
        workflow.resolve(comment, by=cast.direktoer)


def test_the_author_of_a_shared_comment_is_told_of_the_answer_and_nothing_internal_is_mailed(cast):
    section = nightlife(cast)
    asked = write(section, cast.kontaktudvalg, "Hvem går turen?")
    workflow.answer(asked, "Natteravnene.", form_key=uuid4(), by=cast.sekretariat)
    workflow.answer(asked, "Godt.", form_key=uuid4(), by=cast.kontaktudvalg)
    both = cast.edge_roles["sekretær og medlem af lokalrådet"]
    secret = write(section, both, SECRET, Channel.INTERNAL)
    workflow.answer(secret, "Ja.", form_key=uuid4(), by=cast.sekretariat)
    letter = Message.objects.get()
    assert (letter.to, "Natteravnene." in letter.body) == (cast.kontaktudvalg, True)
    assert reverse("comment", args=[asked.plan_id, asked.pk]) in letter.body


def test_only_the_author_withdraws_and_the_answers_stay(cast, as_user):
    comment = stages.shared(cast, "En fejl.")
    section = comment.plan.sections.get(lineage=comment.lineage)
    with pytest.raises(Refused):
        workflow.withdraw(comment, by=cast.direktoer)
    answer = workflow.answer(comment, "Hvilken?", form_key=uuid4(), by=cast.direktoer)
    client = as_user(cast.sekretariat)
    client.post(reverse("mark-comment", args=[section.plan_id, comment.pk]), {"step": "withdraw"})
    page = client.get(address(section)).text
    assert "En fejl." not in page
    assert "Hvilken?" in page
    assert "har taget den tilbage" in page
    with pytest.raises(Refused, match="taget den tilbage"):
        workflow.answer(comment, "Den.", form_key=uuid4(), by=cast.direktoer)
    with pytest.raises(Refused, match="den, der skrev svaret"):
        workflow.withdraw_answer(answer, by=cast.sekretariat)
    workflow.withdraw_answer(answer, by=cast.direktoer)
    assert "har taget den tilbage" not in client.get(address(section)).text


def test_that_a_comment_was_resolved_is_not_taken_back(cast):
    comment = workflow.resolve(stages.shared(cast), by=cast.sekretariat)
    with pytest.raises(Refused, match="den, der skrev svaret"):
        workflow.withdraw_answer(comment.replies.get(), by=cast.sekretariat)


def test_the_database_lets_nobody_rewrite_a_comment(cast):
    comment = stages.shared(cast)
    answer = workflow.answer(comment, "Vi.", form_key=uuid4(), by=cast.sekretariat)
    rows = Comment.objects.filter(pk=comment.pk)
    for change in (
        lambda: rows.update(text="Andre ord."),
        lambda: rows.update(channel=Channel.INTERNAL),
        lambda: rows.update(exact="", suffix=""),
        lambda: CommentReply.objects.filter(pk=answer.pk).update(text="Andre ord."),
        lambda: rows.update(resolved_at=comment.at),
        lambda: CommentReply.objects.create(comment=comment, by=cast.sekretariat),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_the_list_is_narrowed_to_state_reader_and_section(cast, as_user):
    section = nightlife(cast)
    other = section.plan.sections.get(heading="Beredskab")
    open_, done = write(section, cast.sekretariat, "Åben"), write(other, cast.sekretariat, "Færdig")
    secret = write(other, cast.sekretariat, SECRET, Channel.INTERNAL)
    workflow.resolve(done, by=cast.sekretariat)
    client = as_user(cast.sekretariat)

    def listed(**asked: object) -> list[Comment]:
        page = client.get(reverse("plan-comments", args=[section.plan_id]), asked)
        return [entry.thread.comment for entry in page.context["entries"]]

    assert listed() == [secret, open_]
    assert listed(tilstand="loeste") == [done]
    assert listed(tilstand="") == [secret, done, open_]
    assert listed(tilstand="", kanal="shared", afsnit=other.pk) == [done]
    assert listed(kanal="x", afsnit="y") == [secret, open_]


def test_the_edit_page_and_the_board_show_what_is_open(cast, as_user):
    comment = stages.shared(cast, "Hvem går turen?")
    section = comment.plan.sections.get(lineage=comment.lineage)
    page = as_user(cast.sekretariat).get(reverse("edit-section", args=[section.plan_id, section.pk])).text
    assert "Hvem går turen?" in page
    assert f'action="{address(section)}"' in page
    stages.write(section, cast.sekretariat, SECRET, Channel.INTERNAL)
    [row] = [row for row in board(section.plan, cast.sekretariat) if row["pk"] == section.pk]
    assert (row["comments"], row["commented"]) == (2, address(section))
    assert any("delte kommentarer" in reason for reason in why_it_stays(section.plan))


def test_three_comments_cost_no_more_questions_than_one(cast, as_user):
    section = nightlife(cast)
    write(section, cast.sekretariat, "1", quotation=Quotation("går tur"))
    client = as_user(cast.sekretariat)
    pages = [
        address(section),
        reverse("plan-comments", args=[section.plan_id]),
        reverse("plan-board", args=[section.plan_id]),
        reverse("plan-text", args=[section.plan_id]),
    ]
    costs = [questions(client, page) for page in pages]
    other = section.plan.sections.get(heading="Beredskab")
    for place in (section, other):
        more = write(place, cast.sekretariat, "Mere", Channel.INTERNAL)
        workflow.answer(more, "Svar", form_key=uuid4(), by=cast.sekretariat)
    workflow.resolve(more, by=cast.sekretariat)
    assert [questions(client, page) for page in pages] == costs


def questions(client, page: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page).status_code == 200
    return len(captured)
