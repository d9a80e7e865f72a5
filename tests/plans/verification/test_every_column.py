"""Whatever is changed in what was to be kept, `verify` names it: every column of every table, one by one."""

import pytest
from django.db import DatabaseError, transaction

from plans import verification
from plans.proposals.models import WORDS
from plans.verification import (
    action_plans,
    corrections,
    decisions,
    editions,
    kept_versions,
    local_decisions,
    minutes,
    signatures,
    waivers,
    yearly_accounts,
)
from samarbejde.ledger import chain
from tests.database import behind_the_back, owner
from tests.plans.verification import year

pytestmark = pytest.mark.django_db

# What no other row says too, so that it stands on the chain alone.
CHAIN_ALONE = {
    "councils_minutescorrection": {"id", "reason", "text"},
    "councils_publishedminutes": {"number"},
    "councils_publishedminutesattachment": {"id", "added_at", "added_by_id"},
    "councils_publishedminutesfile": {"id"},
    "plans_accounttakenback": {"id"},
    "plans_answerquestion": {"id", "asked_at", "asked_by_id", "submission_id", "text"},
    "plans_answersubmission": {
        *("id", "answer_id", "figures", "number", "progress"),
        *("submitted_at", "submitted_by_id", "text"),
    },
    "plans_correctionsmade": {"id"},
    "plans_decision": {"id", "reason"},
    "plans_decisionannouncement": {"id", "decision_id"},
    "plans_editionfile": {"id"},
    "plans_givensignature": {"id"},
    "plans_handedinattachment": {"id", "added_at", "added_by_id", "file_id", "name", "submission_id"},
    "plans_keptversion": {"id"},
    "plans_presentedaccountfile": {"id"},
    "plans_publishedactionplan": {"number"},
    "plans_publishedactionplanfile": {"id"},
    "plans_preventiondecision": {"text"},
    "plans_topicchange": {"lineage", "reason", "text"},
    "plans_submission": {"id", "answers", *WORDS},
    "plans_submittedattachment": {"id", "added_at", "added_by_id", "file_id", "name", "submission_id"},
    "plans_takenback": {"id"},
    "plans_voiding": {"id"},
    "plans_waiver": {"code", "council_id", "lineage", "quotation"},
}


class Undone(Exception):
    pass


def after(change, look) -> list[str]:
    """What is found once the change is made; then it is as before."""
    found: list[str] = []
    try:
        with transaction.atomic():
            with behind_the_back():
                assert change() == 1
            found = list(look())
            raise Undone
    except Undone:
        return found


def beside_the_chain():
    yield from corrections.faults()
    yield from signatures.faults()
    yield from editions.faults()
    yield from decisions.faults()
    yield from kept_versions.faults()
    yield from waivers.faults()
    yield from minutes.faults()
    yield from yearly_accounts.faults()
    yield from action_plans.faults()
    yield from local_decisions.faults()


def test_a_year_that_nobody_has_touched_has_no_faults(lived):
    assert list(verification.faults()) == []


def test_a_change_of_any_column_is_named(lived):
    assert after(lambda: 1, verification.faults) == []
    unnoticed, alone = [], {}
    for table, column, value in year.columns():
        change = year.changed(table, column, value)
        if not after(change, chain.faults):
            unnoticed.append(f"{table}.{column}")
        if table not in ("events_event", "ledger_link") and not after(change, beside_the_chain):
            alone.setdefault(table, set()).add(column)
    assert unnoticed == []
    assert alone == CHAIN_ALONE


def test_the_owner_too_is_refused_every_change(lived):
    with owner():
        for table, column, value in year.columns():
            with pytest.raises(DatabaseError, match="never changed or deleted"), transaction.atomic():
                year.changed(table, column, value)()
        for table in year.KEPT:
            with pytest.raises(DatabaseError, match="never changed or deleted"), transaction.atomic():
                year.lost(table)()


def test_a_lost_row_of_any_table_is_named(lived):
    for table in sorted(year.KEPT):
        assert after(year.lost(table), chain.faults), table
