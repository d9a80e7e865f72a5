"""The draft is sent to everybody who is heard; they are reminded, and given longer time."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from plans.approval import workflow as approval
from plans.approval.models import Consultation
from plans.consultation import letters
from plans.consultation.reading import rows
from plans.consultation.speakers import speakers
from plans.document.models import Plan
from plans.partners import letters as to_partners
from plans.partners import workflow as partners_workflow
from plans.partners.links import let_last
from plans.partners.models import Partner, PartnerInvitationQuerySet
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.deadlines import is_over
from samarbejde.events.recording import record
from samarbejde.outbox.workflow import queue
from samarbejde.text import personal_numbers
from samarbejde.transitions import Refused, lock


@transaction.atomic
def send(plan: Plan, *, answer_by: date | None, note: str, partners: Iterable[Partner] = (), by: User) -> int:
    """Open the draft for remarks, also of partners outside the councils; how many get an e-mail?"""
    count = approval.send_to_consultation(plan, answer_by=answer_by, note=note, by=by)
    consultation = Consultation.objects.filter(plan=plan).latest("pk")
    return count + len(partners_workflow.invite(consultation, partners, by=by))


@transaction.atomic
def extend_deadline(consultation: Consultation, day: date, *, reason: str, by: User) -> Consultation:
    """Until a later day, for all who are heard; the links that partners have last with it."""
    consultation = lock(consultation)
    if consultation.answer_by == day:
        return consultation
    if not consultation.plan.is_open:
        raise Refused("Kredsrådet har drøftet udkastet, så fristen kan ikke flyttes mere.")
    if consultation.answer_by is None:
        raise Refused("Høringen har ingen frist. Den varer, til kredsrådet har drøftet udkastet.")
    if day < consultation.answer_by:
        raise Refused(f"Fristen er {danish.date_text(consultation.answer_by)}. Vælg en senere dag.")
    if is_over(day):
        raise Refused("Dagen er gået. Vælg i dag eller en senere dag.")
    personal_numbers.refuse_in([reason])
    consultation.answer_by = day
    consultation.save(update_fields=["answer_by"])
    let_last(consultation)
    text = f"Høringens frist er nu {danish.date_text(day)}"
    record("consultation.extended", text, by=by, subject=consultation.plan)
    queue(*letters.deadline_moved(consultation, speakers(consultation.plan), reason))
    queue(*to_partners.deadline_moved(_invitations(consultation), reason))
    return consultation


@transaction.atomic
def remind(consultation: Consultation, *, by: User) -> int:
    """Write to those of whom no answer has come; once a day is enough. How many are written to?"""
    consultation = lock(consultation)
    if not consultation.is_open:
        raise Refused("Høringen er slut, så der er ingen at minde om den.")
    today = timezone.localdate()
    if today in (consultation.reminded_on, timezone.localdate(consultation.sent_at)):
        raise Refused("De har fået et brev i dag. Du kan sende en påmindelse i morgen.")
    silent = [row.body for row in rows(consultation) if row.reply is None]
    if not silent:
        raise Refused("Alle har svaret, så der er ingen at minde om høringen.")
    consultation.reminded_on = today
    consultation.save(update_fields=["reminded_on"])
    missing = {body.key for body in silent}
    people = speakers(consultation.plan, missing)
    invitations = _invitations(consultation).filter(partner__in=[one.partner for one in silent])
    written = [*letters.reminded(consultation, people), *to_partners.reminded(invitations)]
    queue(*written)
    names = danish.listing(map(str, silent))
    text = f"Påmindelse om høringen sendt til {names}"
    record("consultation.reminded", text, by=by, subject=consultation.plan, internal=True)
    return len(written)


def _invitations(consultation: Consultation) -> PartnerInvitationQuerySet:
    """Those that stand, as their letters need them."""
    standing: PartnerInvitationQuerySet = consultation.invitations.standing()
    return standing.select_related("partner__district", "consultation__plan__council__district")
