"""What became of a proposal: told to its lokalråd, and to those whose proposals are one with it."""

from django.conf import settings

from councils.register.mailing import to_leaders
from plans.document.models import Scope
from plans.proposals.in_plan import address_in_plan, shared_lists
from plans.proposals.models import Decision, Proposal, ProposalRound
from plans.proposals.states import ProposalState
from samarbejde.outbox.letters import Letter
from samarbejde.site.addresses import web_address


def postponed(proposal: Proposal, reason: str, following: ProposalRound | None) -> list[Letter]:
    """To its lokalråd, and to those whose proposals were merged into it."""
    when = (
        f"Det er med i forslagsrunden til {following.plan.title} og bliver behandlet der."
        if following
        else "Det venter, til næste års forslagsrunde åbner, og kommer med i den af sig selv."
    )
    own = _postponed(proposal, when, reason)
    into = f"Det er samlet med »{proposal.public_title}«. {when}"
    return own + [one for part in proposal.everything_merged() for one in _postponed(part, into, reason)]


def _postponed(proposal: Proposal, when: str, reason: str) -> list[Letter]:
    return to_leaders(
        proposal.council,
        f"Jeres forslag er flyttet til næste år: {proposal.public_title}",
        f"Jeres forslag »{proposal.public_title}« er ikke afgjort i år. {when}",
        f"Sekretariatet skriver:\n{reason}",
        f"I skal ikke gøre noget. Se forslaget her:\n{web_address('proposal', proposal.pk)}",
    )


def carried(proposal: Proposal) -> list[Letter]:
    """That a proposal which waited since an earlier year is in the round that has been opened."""
    return to_leaders(
        proposal.council,
        f"Jeres forslag er med i runden til {proposal.round.plan.title}: {proposal.public_title}",
        f"Jeres forslag »{proposal.public_title}« er flyttet med til {proposal.round.plan}. "
        "I skal ikke indsende det igen, men I kan indsende flere forslag, eller trække det tilbage.",
        f"Se forslaget her:\n{web_address('proposal', proposal.pk)}",
    )


def decided(decision: Decision) -> list[Letter]:
    proposal = decision.proposal
    return to_leaders(
        proposal.council,
        f"Afgørelse på jeres forslag: {proposal.title}",
        f"Jeres forslag »{proposal.title}« til {proposal.round.plan} er afgjort.",
        _what_became_of(proposal),
        _why(decision),
        f"Se forslaget og afgørelsen her:\n{web_address('proposal', proposal.pk)}",
    )


def decided_elsewhere(merged: Proposal, decision: Decision) -> list[Letter]:
    """To the lokalråd whose proposal went into the one that is decided now."""
    return to_leaders(
        merged.council,
        f"Det blev der af jeres forslag: {merged.title}",
        f"Jeres forslag »{merged.title}« blev samlet med forslaget »{decision.proposal.title}« "
        f"fra {decision.proposal.council}. Det er nu afgjort.",
        _what_became_of(decision.proposal, merged),
        _why(decision),
        f"Se jeres forslag her:\n{web_address('proposal', merged.pk)}",
    )


def taken_in(into: Proposal, decision: Decision) -> list[Letter]:
    """To the lokalråd whose proposal another one was merged into."""
    merged = decision.proposal
    return to_leaders(
        into.council,
        f"Et forslag er samlet med jeres: {into.public_title}",
        f"Sekretariatet har samlet forslaget »{merged.public_title}« fra {merged.council} "
        f"med jeres forslag »{into.public_title}«.",
        _why(decision),
        f"Læs begge forslag her:\n{web_address('proposal', into.pk)}",
    )


def _why(decision: Decision) -> str:
    return decision.explanation and f"Sekretariatet skriver:\n{decision.explanation}"


def _what_became_of(proposal: Proposal, reader: Proposal | None = None) -> str:
    """What was decided, told to the lokalråd of `reader`, which was merged into it, or to its own."""
    reader = reader or proposal
    if proposal.state == ProposalState.REJECTED:
        return "Det er afvist."
    if proposal.merged_into is not None:
        into = proposal.merged_into
        told = (
            f"Det er samlet med forslaget »{into.public_title}« fra {into.council}. Jeres tekst er bevaret."
        )
        later = _what_became_of(into, reader) if into.is_decided else "I får besked, når det er afgjort."
        return f"{told} {later}"
    area = proposal.focus_area
    if area is None:
        return "Det er optaget i planen."
    how = "som kredsdækkende emne" if area.scope == Scope.DISTRICT else "som lokalt emne"
    lists = f" Det står på listerne for {shared}." if (shared := shared_lists(area)) else ""
    return (
        f"Det er optaget i planen {how} med titlen »{area.title}«.{lists} Læs teksten her:\n"
        f"{settings.SITE_URL}{address_in_plan(reader)}"
    )
