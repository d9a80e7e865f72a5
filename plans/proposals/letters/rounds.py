"""What the lokalråd are told of the round itself, and of their deadlines."""

from collections.abc import Iterable
from datetime import datetime

from councils.models import Council
from councils.register.mailing import leaders, to_leaders
from plans.proposals.models import Extension, ProposalRound
from samarbejde import danish
from samarbejde.deadlines import is_over
from samarbejde.outbox.letters import Letter, letter
from samarbejde.site.addresses import web_address


def round_opened(round_: ProposalRound) -> list[Letter]:
    return _to_councils(
        round_,
        round_.councils,
        f"Send forslag til {round_.plan.title} senest {danish.moment_text(round_.deadline)}",
        f"Sekretariatet har åbnet for forslag til {round_.plan}.",
        f"Fristen er {danish.moment_text(round_.deadline)}. "
        "Meld også tilbage, hvis I ingen forslag har i år.",
        round_.guidance,
    )


def round_changed(round_: ProposalRound, before: datetime) -> list[Letter]:
    shorter = round_.deadline < before
    return _to_councils(
        round_,
        round_.councils,
        f"{'Kortere' if shorter else 'Ny'} frist for forslag til {round_.plan.title}",
        f"Sekretariatet har {'forkortet' if shorter else 'flyttet'} den fælles frist for forslag "
        f"til {round_.plan}. Den er nu {danish.moment_text(round_.deadline)}. "
        f"Før var den {danish.moment_text(before)}.",
        "Har I brug for længere tid, så skriv til sekretariatet." if shorter else "",
    )


def reminder(round_: ProposalRound, councils: Iterable[Council]) -> list[Letter]:
    return _to_councils(
        round_,
        councils,
        f"Vi mangler jeres svar om {round_.plan.title}",
        f"Vi har endnu ikke fået jeres forslag til {round_.plan}. "
        f"Den fælles frist {'var' if is_over(round_.deadline) else 'er'} "
        f"{danish.moment_text(round_.deadline)}.",
        "Har I ingen forslag i år, så meld det på siden herunder; det er også et svar. "
        "Skriv til sekretariatet, hvis I har brug for længere tid.",
    )


def deadline_extended(extension: Extension) -> list[Letter]:
    plan, council = extension.round.plan, extension.council
    return to_leaders(
        council,
        f"I har fået længere frist for forslag til {plan.title}",
        f"{council} kan nu indsende forslag til {plan} indtil {danish.moment_text(extension.deadline)}.",
        f"Sekretariatets begrundelse:\n{extension.reason}",
        f"Skriv jeres forslag her:\n{web_address('council-proposals', plan.pk, council.pk)}",
    )


def _to_councils(
    round_: ProposalRound, councils: Iterable[Council], subject: str, *paragraphs: str
) -> list[Letter]:
    asked = list(councils)
    people = leaders(asked)
    return [
        letter(person, subject, *paragraphs, *_way_in(round_, council))
        for council in asked
        for person in people.get(council.pk, [])
    ]


def _way_in(round_: ProposalRound, council: Council) -> list[str]:
    own_deadline = round_.deadline_for(council)
    longer = f"{council} har sin egen frist: {danish.moment_text(own_deadline)}."
    return [
        longer if own_deadline != round_.deadline else "",
        f"Skriv jeres forslag her:\n{web_address('council-proposals', round_.plan_id, council.pk)}",
    ]
