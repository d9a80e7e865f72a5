from collections.abc import Iterator

from plans.partners import letters
from plans.partners.links import standing_link
from plans.partners.models import PartnerInvitation
from samarbejde.accounts.models import PersonalLink
from samarbejde.outbox.letters import Letter

WITHDRAWN_BECAUSE = "Planen handler ikke længere om jeres område."
LATER_BECAUSE = "Efterårsferien ligger imellem."
ANSWER = "Nævn beboerrådgiverne i afsnittet om tryghed."


def invited() -> Iterator[list[Letter]]:
    for invitation in _with_and_without_a_deadline():
        yield letters.invited([(invitation, _link(invitation))])


def new_link() -> Iterator[list[Letter]]:
    invitation = _invitation()
    yield letters.new_link(invitation, _link(invitation))


def reminded() -> Iterator[list[Letter]]:
    yield letters.reminded([_invitation()])


def deadline_moved() -> Iterator[list[Letter]]:
    yield letters.deadline_moved([_invitation()], LATER_BECAUSE)
    yield letters.deadline_moved([_invitation()], "")


def received() -> Iterator[list[Letter]]:
    for invitation in _with_and_without_a_deadline():
        yield letters.received(invitation, ANSWER)


def withdrawn() -> Iterator[list[Letter]]:
    invitation = _invitation()
    invitation.withdrawn_because = WITHDRAWN_BECAUSE
    yield letters.withdrawn(invitation)


def _with_and_without_a_deadline() -> list[PartnerInvitation]:
    told, without = _invitation(), _invitation()
    without.consultation.answer_by, without.consultation.note = None, ""
    return [told, without]


def _invitation() -> PartnerInvitation:
    standing = PartnerInvitation.objects.standing().select_related("partner__district")
    return standing.select_related("consultation__plan__council__district").earliest("pk")


def _link(invitation: PartnerInvitation) -> PersonalLink:
    link = standing_link(invitation)
    assert link is not None, "it is not withdrawn"
    return link
