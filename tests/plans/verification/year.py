"""A year with a row in every table that is kept, and how somebody with the owner's keys changes them."""

from collections.abc import Callable
from datetime import date

from django.apps import apps
from django.db import connection
from django.utils import timezone

from councils.minutes import workflow as minute_steps
from councils.minutes.publishing import publish_minutes
from plans.action_plans import workflow as action_plans
from plans.action_plans.publishing import publish_action_plan
from plans.approval import workflow as approval
from plans.consistency import workflow as consistency
from plans.consistency.preparing import findings_of
from plans.document.models import Plan
from plans.duties.models import Duty
from plans.follow_up import workflow as follow_up
from plans.follow_up.models import AnswerWords
from plans.local_decisions import workflow as deciding
from plans.proposals import workflow as proposals
from plans.publication.models import Edition
from plans.yearly_account import workflow as accounting
from samarbejde.attachments.receiving import PDF, Received
from samarbejde.ledger.models import AppendOnly
from tests.cast import Cast
from tests.councils.minutes import stages as minutes
from tests.making import a_focus_area, a_plan, section
from tests.plans.action_plans import stages as acting
from tests.plans.approval import stages as signing
from tests.plans.local_decisions import stages as local_stages
from tests.plans.proposals import stages as proposing
from tests.plans.publication import stages as publishing

KEPT = {model._meta.db_table: model for model in apps.get_models() if issubclass(model, AppendOnly)}
OTHER_VALUE = {
    "councils_publishedminutesfile.content": "set_byte(content, 0, 0)",
    "plans_presentedaccountfile.content": "set_byte(content, 0, 0)",
    "plans_publishedactionplanfile.content": "set_byte(content, 0, 0)",
    "plans_correctionsmade.changes": "jsonb_build_array()",
    "plans_edition.published_by_id": "(SELECT max(id) FROM accounts_user)",
    "plans_submission.answers": "jsonb_build_array()",
    "plans_editionfile.content": "set_byte(content, 40, (get_byte(content, 40) + 1) % 256)",
}
CHANGES = {
    "bigint": "coalesce({0}, 0) + 1000",
    "integer": "coalesce({0}, 0) + 1000",
    "smallint": "{0} + 1",
    "boolean": "NOT {0}",
    "date": "{0} + 1",
    "timestamp with time zone": "{0} + interval '1 day'",
    "jsonb": "jsonb_set({0}, '{{title}}', '\"Falsk\"')",
    "uuid": "gen_random_uuid()",
    "text": "overlay({0} placing 'X' from 1)",
    "character varying": "overlay({0} placing 'X' from 1)",
}


def lived(cast: Cast) -> Edition:
    """One voided round and one that is signed; two editions; a rejected proposal; a finding let stand."""
    drafted = proposing.drafted(cast)
    proposals.attach_to_proposal(drafted, Received("b.pdf", PDF, b"%PDF-1.7"), by=cast.formand_herning)
    proposing.reject(proposing.submit(drafted, by=cast.formand_herning), by=cast.sekretariat)
    let_stand(cast)
    plan = signing.signing(cast, 2028)
    section(plan, "Tryghed", body="<p>Vi går ture.</p>")
    signing.put_name_under(signing.mine(plan, cast.direktoer))
    signing.reopen(cast, plan, "Et tal var forkert.")
    for note in ("", "Et tal er rettet."):
        _until_signed(cast, plan)
        if not note:
            duty = plan.duties.create(wording="Mød op.", addressee="all_local", due_year=2028)
        edition = publishing.published(cast, signing.fresh(plan), note=note)
        if not note:
            signing.reopen(cast, signing.fresh(plan), "Et tal var forkert.")
    answered(cast, duty)
    minuted(cast)
    accounted(cast)
    acted(cast, edition.plan)
    decided(cast)
    return edition


def minuted(cast: Cast) -> None:
    """The minutes of a lokalråd, published with a file; and put right afterwards, at one of its points."""
    meeting = minutes.with_a_chosen_file(cast)
    publish_minutes(meeting, by=cast.formand_herning)
    item = meeting.agenda.get(position=1)
    minute_steps.correct(item, text="Det var onsdag.", reason="En anden dag.", by=cast.formand_herning)


def decided(cast: Cast) -> None:
    """A lokalråd decides on an area, corrects it, and changes a topic of its own."""
    first = local_stages.decided(cast)
    local_stages.decided(cast, first.area, seen=1, what="Vi trapper ned")
    herning, by = cast.lokalraad("Herning"), cast.formand_herning
    topic = a_focus_area(a_plan(cast.kredsraad(), 2031), "Uro ved torvet", herning)
    words = {"text": "Nu også stationen.", "reason": "Uroen er flyttet.", "changed_on": timezone.localdate()}
    deciding.change_topic(herning, topic, **words, by=by)


def accounted(cast: Cast) -> None:
    """The director's account of a year is presented, taken back, and presented again."""
    by, today = cast.sekretariat, timezone.localdate()
    account = accounting.make_account(cast.kredsraad(), today.year, by=by)
    account = accounting.take_back(accounting.present(account, today, by=by), "Et tal manglede.", by=by)
    accounting.present(account, today, by=by)


def acted(cast: Cast, plan: Plan) -> None:
    """The action plan of a lokalråd for a topic of the year, published."""
    chair, topic = cast.formand_herning, plan.focus_areas.get()
    made = action_plans.make_action_plan(cast.lokalraad("Herning"), topic, plan.year, acting.WORDS, by=chair)
    action_plans.add_activity(made, acting.usual(due_on=date(plan.year, 6, 15)), by=chair)
    publish_action_plan(action_plans.adopt(made, by=chair), by=chair)


def answered(cast: Cast, duty: Duty) -> None:
    """A duty is answered, and asked about."""
    words, chair = AnswerWords("under_way", "Vi er i gang.", "Møder: 4"), cast.formand_herning
    answer = follow_up.write_answer(duty, cast.lokalraad("Herning"), words, version=0, by=chair)
    follow_up.attach_to_answer(duty, answer.council, Received("a.pdf", PDF, b"%PDF-1.7"), by=chair)
    answer = follow_up.submit_answer(answer, by=chair)
    follow_up.return_answer(answer, question="Hvor mange kom?", seen=1, by=cast.sekretariat)


def let_stand(cast: Cast) -> None:
    """In a plan that is still written; it is taken back again."""
    plan = a_plan(cast.kredsraad(), 2030)
    section(plan, "Mål for 2024", body="<p>Tryghed.</p>")
    [found] = [one for one in findings_of(plan) if one.code == "past-years"]
    waiver = consistency.waive(plan, found.key, "Målet er fra aftalen.", by=cast.sekretariat)
    consistency.take_back(plan, waiver, by=cast.sekretariat)


def _until_signed(cast: Cast, plan) -> None:
    type(plan).objects.filter(pk=plan.pk).update(state="consultation")
    signing.discuss(cast, signing.fresh(plan), with_corrections=True)
    sections = signing.fresh(plan).sections.filter(heading="Tryghed")
    sections.update(body=f"<p>Vi går ture, {timezone.now()}.</p>")
    approval.end_corrections(signing.fresh(plan), by=cast.sekretariat)
    signing.open_round(cast, signing.fresh(plan))
    signing.sign_all(signing.fresh(plan))


def columns() -> list[tuple[str, str, str]]:
    """Each column of each table that is kept: table, name, SQL of another value."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            " WHERE table_schema = 'public' AND table_name = ANY(%s) ORDER BY table_name, ordinal_position",
            [sorted(KEPT)],
        )
        found = cursor.fetchall()
    return [(table, name, _other_value(table, name, kind)) for table, name, kind in found]


def _other_value(table: str, name: str, kind: str) -> str:
    if value := OTHER_VALUE.get(f"{table}.{name}") or _other_choice(table, name):
        return value
    return CHANGES[kind].format(f'"{name}"')


def _other_choice(table: str, name: str) -> str:
    """Where a column holds a choice, SQL of another one; "" elsewhere."""
    field = next(field for field in KEPT[table]._meta.concrete_fields if field.column == name)
    choices = ", ".join(f"('{value}')" for value, _ in field.flatchoices if value)
    asked = (
        f'SELECT value FROM (VALUES {choices}) AS one (value) WHERE value IS DISTINCT FROM {table}."{name}"'
    )
    return f"({asked} LIMIT 1)" if choices else ""


def changed(table: str, column: str, value: str) -> Callable[[], int]:
    """What changes the newest row that holds something there; returns how many rows it changed."""
    key = KEPT[table]._meta.pk.column

    def change() -> int:
        with connection.cursor() as cursor:
            cursor.execute(
                f'UPDATE {table} SET "{column}" = {value} WHERE {key} = (SELECT max({key}) FROM {table})'
            )
            return cursor.rowcount

    return change


def lost(table: str) -> Callable[[], int]:
    """What deletes its oldest row."""
    key = KEPT[table]._meta.pk.column

    def lose() -> int:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table} WHERE {key} = (SELECT min({key}) FROM {table})")
            return cursor.rowcount

    return lose
