"""Partners outside the councils: kept for the district, invited to a hearing, and withdrawn again."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from councils.models import PoliceDistrict
from plans.approval.models import Consultation
from plans.partners import letters
from plans.partners.links import end_links, make_link, standing_link
from plans.partners.models import Partner, PartnerInvitation
from plans.partners.reading import last_asked
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.outbox.workflow import queue
from samarbejde.text import personal_numbers
from samarbejde.transitions import Refused, lock, lock_as_seen, stands

CLOSED = "Høringen er slut, så der kan ikke inviteres flere. Send planen i høring igen, hvis de skal høres."


@transaction.atomic
def add_partner(
    district: PoliceDistrict,
    *,
    name: str,
    contact: str,
    email: str,
    invited_to: Consultation | None = None,
    by: User,
) -> Partner:
    """Put a body on the district's list, and invite it to a hearing that runs."""
    district = lock(district)
    personal_numbers.refuse_in([name, contact])
    _refuse_name_of_another(district, name)
    partner = Partner.objects.create(district=district, name=name, contact=contact, email=email)
    record("partner.added", f"Tilføjede partner: {name}", by=by, subject=district, internal=True)
    if invited_to is not None:
        invite(invited_to, [partner], by=by)
    return partner


@transaction.atomic
def edit_partner(partner: Partner, *, name: str, contact: str, email: str, version: int, by: User) -> Partner:
    """Letters go to the new address from now on; raises `Stale` if another `version` stands.

    What was sent to the address of before opens nothing any more.
    """
    wanted = {"name": name, "contact": contact, "email": email}
    partner = lock_as_seen(partner, version, wanted)
    if stands(partner, wanted):
        return partner
    personal_numbers.refuse_in([name, contact])
    if name != partner.name:
        _refuse_name_of_another(partner.district, name)
    is_moved = email != partner.email
    partner.name, partner.contact, partner.email = name, contact, email
    partner.kept_at = timezone.now()
    partner.version += 1
    partner.save()
    record("partner.edited", f"Rettede partner: {name}", by=by, subject=partner.district, internal=True)
    if is_moved:
        _replace_links(partner, by=by)
    return partner


@transaction.atomic
def invite(consultation: Consultation, partners: Iterable[Partner], *, by: User) -> list[PartnerInvitation]:
    """Send each of them a link of its own; who is invited already is left as it is."""
    consultation = lock(consultation)
    if not consultation.is_open:
        raise Refused(CLOSED)
    invited = set(consultation.invitations.standing().values_list("partner", flat=True))
    asked = [one for one in partners if one.email and one.pk not in invited]
    made = [
        PartnerInvitation.objects.create(consultation=consultation, partner=one, invited_by=by)
        for one in asked
    ]
    queue(*letters.invited([(one, make_link(one, by=by)) for one in made]))
    if made:
        names = danish.listing(str(one.partner) for one in made)
        _record("partner.invited", f"Inviterede til høringen: {names}", consultation, by)
    return made


@transaction.atomic
def withdraw(invitation: PartnerInvitation, reason: str, *, by: User) -> PartnerInvitation:
    """The link stops at once, and the partner is told why. What it has sent already stays."""
    invitation = lock(invitation)
    if invitation.withdrawn_at:
        return invitation
    if not reason:
        raise Refused("Skriv, hvorfor invitationen trækkes tilbage. Partneren får det at se.")
    personal_numbers.refuse_in([reason])
    invitation.withdrawn_at, invitation.withdrawn_because = timezone.now(), reason
    invitation.save(update_fields=["withdrawn_at", "withdrawn_because"])
    end_links(invitation)
    text = f"Trak invitationen til {invitation.partner} tilbage: {reason}"
    _record("partner.withdrawn", text, invitation.consultation, by)
    queue(*letters.withdrawn(invitation))
    return invitation


@transaction.atomic
def send_new_link(invitation: PartnerInvitation, *, by: User) -> PartnerInvitation:
    """To the address that the partner has now; the link of before stops."""
    invitation = lock(invitation)
    if invitation.withdrawn_at:
        raise Refused(f"{invitation.partner} er taget ud af høringen. Inviter igen i stedet.")
    if not invitation.consultation.is_open:
        raise Refused("Høringen er slut, så et nyt link ville ikke lade nogen svare.")
    if not invitation.partner.email:
        raise Refused(f"{invitation.partner} har ingen e-mail. Skriv den på partneren, og send så linket.")
    link = make_link(invitation, by=by)
    _record("partner.new_link", f"Sendte nyt link til {invitation.partner}", invitation.consultation, by)
    queue(*letters.new_link(invitation, link))
    return invitation


def _replace_links(partner: Partner, *, by: User) -> None:
    """The new one is sent where it lets its reader answer; else it waits for a later deadline to be told."""
    for invitation in last_asked(partner):
        if invitation.consultation.is_open:
            send_new_link(invitation, by=by)
        elif standing_link(invitation):
            make_link(invitation, by=by)


def _refuse_name_of_another(district: PoliceDistrict, name: str) -> None:
    if district.partners.filter(name=name).exists():
        raise Refused(f"{name} står allerede på listen. Ret kontakten der i stedet.")


def _record(verb: str, text: str, consultation: Consultation, by: User) -> None:
    record(verb, text, by=by, subject=consultation.plan, internal=True)
