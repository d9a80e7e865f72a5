"""A new edition that was begun by mistake: the plan is again as the public reads it."""

from datetime import datetime
from typing import Any, cast

from django.db import transaction
from django.db.models import Max, Model

from plans.approval.consulted import consulted
from plans.approval.letters import not_to_be_signed
from plans.approval.models import ROUND_TRANSITIONS, GivenSignature, RoundState
from plans.approval.signers import given_in_its_life
from plans.desk import letters
from plans.desk.as_published import PlanRows, Rows, fingerprint, published_record, rows_of
from plans.desk.same_words import reads_as
from plans.document.keeping import keep_version
from plans.document.make_snapshot import make_snapshot
from plans.document.models import FocusArea, Plan, Priority, Section, Step
from plans.document.numbering import numbered
from plans.document.snapshot import read_snapshot
from plans.document.states import PlanState
from plans.proposals.models import Decision, Proposal
from plans.publication.models import Edition, PublicationState
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import Record, Row, Versioned, with_editor
from samarbejde.outbox.workflow import queue
from samarbejde.transitions import Refused, lock, move

REASON = "Ny udgave fortrudt"
UNSIGNED_AGAIN = (
    "Planen er offentliggjort uden underskrifter. "
    "En ny udgave, som nogle havde underskrevet, blev fortrudt, før den blev offentliggjort."
)


@transaction.atomic
def cancel_edition(plan: Plan, *, seen: str, by: User) -> Plan:
    """Back to published, with the text, topics, lists and duties of the newest edition.

    `seen` is the fingerprint of what the page showed would go. What goes stays in the history.
    Whoever was heard about the new edition, or asked to sign it, is told.
    """
    plan = lock(plan)
    edition = plan.editions.order_by("-number").first()
    before = published_record(plan)
    if edition is None or before is None:
        raise Refused("Planen har ikke været offentliggjort, så der er ingen udgave at gå tilbage til.")
    move(plan, PlanState.PUBLISHED, plan.transitions)
    _refuse_promised(plan, edition)
    rows = rows_of(plan, before.history_date)
    if seen != fingerprint(rows):
        raise Refused(
            "Udkastet er rettet, siden du åbnede siden. Se herunder, hvad der nu går tabt, og vælg så igen."
        )
    keep_version(plan, Step.CANCELLED, text=make_snapshot(plan), by=by)
    _put_back_text(plan, rows, edition, by)
    _put_back_approval(plan, edition)
    signed = _put_back_signing(plan, before)
    told = [person for person in _told_of_edition(plan, edition.published_at) if person.pk not in signed]
    queue(*letters.edition_cancelled(plan, told))
    plan.signed_place, plan.signed_on = before.signed_place, before.signed_on
    with_editor(by, plan, REASON).save()
    text = f"Den nye udgave blev fortrudt. Planen er igen offentliggjort i {edition.number}. udgave"
    record("edition.cancelled", text, by=by, subject=plan)
    return plan


def _refuse_promised(plan: Plan, edition: Edition) -> None:
    told = Decision.objects.filter(
        proposal__round__plan=plan, announcement__announced_at__gt=edition.published_at
    )
    if number := told.count():
        raise Refused(
            f"{number} forslag er afgjort, siden planen blev offentliggjort, og lokalrådene har fået besked. "
            "Skriv udgaven færdig i stedet, og offentliggør den."
        )


def _put_back_text(plan: Plan, rows: PlanRows, edition: Edition, by: User) -> None:
    beside_text: list[Rows[Model]] = [rows["areas"], rows["duties"], rows["priorities"]]
    for table in reversed(beside_text):
        for row in table.new:
            with_editor(by, row, REASON).delete()
    _put_back_sections(plan, rows["sections"], edition, by)
    for table in beside_text:
        newest = _newest_versions(table.model, plan)
        for row in table.gone:
            with_editor(by, _as_next(row, newest), REASON).save(force_insert=True)
        for was, _ in table.changed:
            with_editor(by, _as_next(was, newest), REASON).save()
    _take_out_new(rows["sections"], by)
    _link_proposals(plan, rows["areas"])
    if not reads_as(Plan.objects.get(pk=plan.pk), edition):
        raise Refused(
            "Teksten kan ikke stilles helt tilbage til den offentliggjorte udgave. "
            "Ret den, og offentliggør en ny udgave i stedet."
        )


def _put_back_sections(plan: Plan, sections: Rows[Section], edition: Edition, by: User) -> None:
    newest = _newest_versions(Section, plan)
    gone = {row.pk for row in sections.gone}
    touched = {was.pk for was, _ in sections.changed} | gone
    for entry in numbered(sections.then.values()):
        row = entry.section
        if row.pk in touched:
            with_editor(by, _as_next(row, newest), REASON).save(force_insert=row.pk in gone)
    _order(plan, edition)


def _take_out_new(sections: Rows[Section], by: User) -> None:
    new = {row.pk for row in sections.new}
    for entry in reversed(numbered(sections.now.values())):
        if entry.section.pk in new:
            with_editor(by, entry.section, REASON).delete()


def _newest_versions(model: Any, plan: Plan) -> dict[int, int]:
    """The versions that people have seen, by the rows' ids; none of what has no versions."""
    if model is Priority:
        return {}
    return dict(model.history.filter(plan_id=plan.pk).order_by().values_list("id").annotate(Max("version")))


def _as_next(row: Row, newest: dict[int, int]) -> Row:
    """The row as its next version: whoever has any other on the screen is told."""
    if row.pk in newest:
        cast(Versioned, row).version = newest[row.pk] + 1
    return row


def _order(plan: Plan, edition: Edition) -> None:
    """The order of the edition: being pushed down by another section is no part of a section's history."""
    reading = [section["lineage"] for section in read_snapshot(edition.snapshot)["sections"]]
    rows = {str(row.lineage): row for row in plan.sections.all()}
    known = [rows[lineage] for lineage in reading if lineage in rows]
    others = [row for lineage, row in rows.items() if lineage not in reading]
    positions: dict[int | None, int] = {}
    for row in [*known, *others]:
        positions[row.parent_id] = row.position = positions.get(row.parent_id, 0) + 1
    Section.objects.bulk_update([*known, *others], ["position"])


def _link_proposals(plan: Plan, areas: Rows[FocusArea]) -> None:
    """A topic that was taken out and is there again is once more what the proposal became."""
    back = {row.pk for row in areas.gone}
    for proposal in Proposal.objects.filter(round__plan=plan, focus_area=None):
        became = proposal.history.exclude(focus_area_id=None).first()
        if became is not None and became.focus_area_id in back:
            proposal.focus_area_id = became.focus_area_id
            proposal.save()


def _put_back_approval(plan: Plan, edition: Edition) -> None:
    done = plan.publications.filter(state=PublicationState.DONE).select_related("discussion").first()
    if done is not None and done.discussion is not None:
        done.discussion.stood_until = None
        done.discussion.save()
    # One that was superseded before stands under an older edition.
    superseded = plan.signature_rounds.filter(
        state=RoundState.SUPERSEDED, closed_at__gte=edition.published_at
    )
    if signed := superseded.select_for_update().first():
        move(signed, RoundState.COMPLETE, ROUND_TRANSITIONS)
        given = GivenSignature.objects.filter(signature__round=signed).aggregate(last=Max("signed_at"))
        signed.closed_at = given["last"]
        signed.save()


def _put_back_signing(plan: Plan, before: Record) -> set[int]:
    """As it was; whoever has signed the edition that goes is told that nobody signs after all.

    Returns the ids of those who are told.
    """
    plan.signatures_required, plan.unsigned_reason = before.signatures_required, before.unsigned_reason
    if plan.signatures_required or plan.unsigned_reason:
        return set()
    signed = [given.signature for given in given_in_its_life(plan)]
    if signed:
        plan.unsigned_reason = UNSIGNED_AGAIN
        queue(*not_to_be_signed(signed, plan, UNSIGNED_AGAIN))
    return {signature.membership.user_id for signature in signed if signature.membership}


def _told_of_edition(plan: Plan, since: datetime) -> list[User]:
    """Who was heard about it, or was asked to sign it, each once."""
    rounds = plan.signature_rounds.filter(opened_at__gt=since)
    asked = User.objects.filter(memberships__signatures__round__in=rounds).distinct().order_by("pk")
    people = {person.pk: person for person in asked}
    if plan.consultations.filter(sent_at__gt=since).exists():
        people |= {person.pk: person for person in consulted(plan)}
    return list(people.values())
