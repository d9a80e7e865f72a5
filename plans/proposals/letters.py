"""The e-mails of a proposal round: who gets them, and what they say."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone

from councils.models import Council
from councils.register.mailing import leaders, secretariat
from plans.document.models import Scope
from plans.proposals.models import Decision, Extension, Proposal, ProposalRound, Review
from plans.proposals.place import address_in_plan
from plans.proposals.states import ProposalState
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.addresses import web_address
from samarbejde.outbox.workflow import queue

# --- to whom --------------------------------------------------------------------------------------


def to_council(council: Council, subject: str, *paragraphs: str) -> bool:
    """Queue a mail to the lokalråd's chair; False when the register has nobody to send it to."""
    people = leaders([council]).get(council.pk, [])
    _queue(people, subject, paragraphs)
    return bool(people)


def to_secretariat(proposal: Proposal, subject: str, *paragraphs: str) -> None:
    _queue(secretariat(proposal.council.district_id), subject, paragraphs)


def _queue(people: Iterable[User], subject: str, paragraphs: Iterable[str]) -> None:
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    for person in people:
        body = f"Kære {person.name}\n\n{text}\n\nVenlig hilsen\nSamarbejde"
        queue(person, subject, body)


# --- the round ------------------------------------------------------------------------------------


def round_opened(round_: ProposalRound) -> list[Council]:
    """Write to every lokalråd of the district; returns those that could not be reached."""
    subject = f"Send forslag til {round_.plan.title} senest {danish.moment_text(round_.deadline)}"
    return _to_councils(
        round_,
        list(round_.councils),
        subject,
        f"Sekretariatet har åbnet for forslag til {round_.plan}.",
        f"Fristen er {danish.moment_text(round_.deadline)}. "
        "Meld også tilbage, hvis I ingen forslag har i år.",
        round_.guidance,
    )


def round_changed(round_: ProposalRound) -> list[Council]:
    return _to_councils(
        round_,
        list(round_.councils),
        f"Ny frist for forslag til {round_.plan.title}",
        f"Sekretariatet har flyttet den fælles frist for forslag til {round_.plan}. "
        f"Den er nu {danish.moment_text(round_.deadline)}.",
    )


def reminder(round_: ProposalRound, councils: list[Council]) -> list[Council]:
    return _to_councils(
        round_,
        councils,
        f"Vi mangler jeres svar om {round_.plan.title}",
        f"Vi har endnu ikke fået jeres forslag til {round_.plan}. "
        f"Den fælles frist {'er' if round_.deadline > timezone.now() else 'var'} "
        f"{danish.moment_text(round_.deadline)}.",
        "Har I ingen forslag i år, så meld det på siden herunder; det er også et svar. "
        "Skriv til sekretariatet, hvis I har brug for længere tid.",
    )


def deadline_extended(round_: ProposalRound, extension: Extension) -> bool:
    council = extension.council
    return to_council(
        council,
        f"I har fået længere frist for forslag til {round_.plan.title}",
        f"{council} kan nu indsende forslag til {round_.plan} "
        f"indtil {danish.moment_text(extension.deadline)}.",
        f"Sekretariatets begrundelse: {extension.reason}",
        web_address("council-proposals", round_.plan_id, council.pk),
    )


def _to_councils(
    round_: ProposalRound, councils: list[Council], subject: str, *paragraphs: str
) -> list[Council]:
    people = leaders(councils)
    for council in councils:
        own_deadline = round_.deadline_for(council)
        longer = f"{council} har sin egen frist: {danish.moment_text(own_deadline)}."
        _queue(
            people.get(council.pk, []),
            subject,
            [
                *paragraphs,
                longer if own_deadline != round_.deadline else "",
                f"Skriv jeres forslag her:\n{web_address('council-proposals', round_.plan_id, council.pk)}",
            ],
        )
    return [council for council in councils if not people.get(council.pk)]


# --- one proposal ---------------------------------------------------------------------------------


def submitted(proposal: Proposal, *, again: bool) -> None:
    what = "har svaret på jeres punkter og indsendt forslaget igen" if again else "har indsendt et forslag"
    to_secretariat(
        proposal,
        f"{proposal.council} {'har svaret' if again else 'har indsendt et forslag'}: {proposal.title}",
        f"{proposal.council} {what} til {proposal.round.plan}:\n»{proposal.title}«",
        f"Læs det, og afgør det her:\n{web_address('proposal', proposal.pk)}",
    )


def withdrawn(proposal: Proposal, title: str) -> None:
    to_secretariat(
        proposal,
        f"{proposal.council} har trukket et forslag tilbage: {title}",
        f"{proposal.council} har trukket forslaget »{title}« til {proposal.round.plan} tilbage. "
        "I skal ikke gøre mere ved det.",
        web_address("proposal", proposal.pk),
    )


def changes_requested(proposal: Proposal, points: list[str]) -> bool:
    return to_council(
        proposal.council,
        f"Sekretariatet beder om ændringer: {proposal.title}",
        f"Sekretariatet har læst jeres forslag »{proposal.title}« til {proposal.round.plan}, "
        "og der er noget, I skal svare på:",
        "\n".join(f"{number}. {point}" for number, point in enumerate(points, start=1)),
        f"Svar på punkterne, ret forslaget, og indsend det igen her:\n{web_address('proposal', proposal.pk)}",
    )


def remark_shared(review: Review) -> bool:
    proposal = review.proposal
    return to_council(
        proposal.council,
        f"Bemærkning til jeres forslag: {proposal.title}",
        f"Sekretariatet har skrevet en bemærkning til jeres forslag »{proposal.title}«:",
        review.comment,
        web_address("proposal", proposal.pk),
    )


def decided(decision: Decision) -> bool:
    proposal = decision.proposal
    return to_council(
        proposal.council,
        f"Afgørelse på jeres forslag: {proposal.title}",
        f"Jeres forslag »{proposal.title}« til {proposal.round.plan} er afgjort.",
        _what_became_of(proposal),
        decision.reason and f"Sekretariatet skriver:\n{decision.reason}",
        f"Se forslaget og afgørelsen her:\n{web_address('proposal', proposal.pk)}",
    )


def decided_elsewhere(merged: Proposal, decision: Decision) -> bool:
    """To the lokalråd whose proposal went into the one that is decided now."""
    return to_council(
        merged.council,
        f"Det blev der af jeres forslag: {merged.title}",
        f"Jeres forslag »{merged.title}« blev samlet med forslaget »{decision.proposal.title}« "
        f"fra {decision.proposal.council}. Det er nu afgjort.",
        _what_became_of(decision.proposal),
        decision.reason and f"Sekretariatet skriver:\n{decision.reason}",
        f"Se jeres forslag her:\n{web_address('proposal', merged.pk)}",
    )


def _what_became_of(proposal: Proposal) -> str:
    if proposal.state == ProposalState.REJECTED:
        return "Det er afvist."
    if proposal.merged_into is not None:
        into = proposal.merged_into
        told = (
            f"Det er samlet med forslaget »{into.public_title}« fra {into.council}. Jeres tekst er bevaret."
        )
        later = _what_became_of(into) if into.is_decided else "I får besked, når det er afgjort."
        return f"{told} {later}"
    area = proposal.focus_area
    if area is None:
        return "Det er optaget i planen."
    how = "som kredsdækkende emne" if area.scope == Scope.DISTRICT else "som lokalt emne"
    return (
        f"Det er optaget i planen {how} med titlen »{area.title}«. Læs teksten her:\n"
        f"{settings.SITE_URL}{address_in_plan(proposal)}"
    )
