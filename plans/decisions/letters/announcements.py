"""What became of its proposals, told to a lokalråd in one letter when the decisions are announced."""

from collections import defaultdict
from collections.abc import Iterable

from councils.models import Council
from councils.register.mailing import leaders
from councils.wordings.kinds import DECIDED, Kind
from plans.decisions.models import PendingDecision
from plans.document.models import Scope
from plans.proposals.in_plan import shared_lists
from plans.proposals.letter_fields import ROUND_FIELDS, round_values
from plans.proposals.models import Outcome, Proposal, ProposalRound
from plans.proposals.states import ACCEPTED, ProposalState
from samarbejde import danish
from samarbejde.outbox.letters import Letter, know_where_answers_go
from samarbejde.site.addresses import web_address

ANNOUNCED = Kind(
    "afgoerelser",
    DECIDED,
    "Afgørelser meddeles",
    subject="Afgørelse af jeres forslag til {plan}",
    text=(
        "Sekretariatet har afgjort forslagene til {plan_og_kreds}. Her er, hvad der blev af jeres.",
        "{afgørelser}",
        "Se forslagene og afgørelserne her:\n{link}",
    ),
    fields=ROUND_FIELDS
    | {
        "afgørelser": "»Tryg i nattelivet« (2027-HER-02)\n"
        "Det er optaget i planen som lokalt emne med titlen »Natteliv«.",
        "link": "https://samarbejde.example/arbejdsbord/planer/3/forslag/7/",
    },
    needed=("link", "afgørelser"),
)

_PASSED_ON = "Det er givet videre som et forslag til at ændre afsnittet"


def councils_told(decisions: Iterable[PendingDecision]) -> list[Council]:
    """The lokalråd that something is told, in Danish order."""
    return _Told(decisions).in_order


def announced(round_: ProposalRound, decisions: Iterable[PendingDecision]) -> list[Letter]:
    """To the chair of each lokalråd that something is told, in Danish order."""
    told = _Told(decisions)
    people, worded = leaders(told.in_order), ANNOUNCED.worded(round_.plan.council.district_id)
    letters = [
        worded.to(person, _values(round_, council, told.blocks[council.pk]))
        for council in told.in_order
        for person in people.get(council.pk, [])
    ]
    know_where_answers_go(letters)
    return letters


def _values(round_: ProposalRound, council: Council, blocks: list[str]) -> dict[str, str]:
    page = web_address("council-proposals", round_.plan_id, council.pk)
    return round_values(round_, council) | {"afgørelser": "\n\n".join(blocks), "link": page}


class _Told:
    """For each lokalråd (id) a paragraph for each decision that it is told."""

    def __init__(self, decisions: Iterable[PendingDecision]) -> None:
        self.decided = {decision.proposal_id: decision for decision in decisions}
        self.councils: dict[int, Council] = {}
        self.blocks: dict[int, list[str]] = defaultdict(list)
        for decision in sorted(self.decided.values(), key=lambda one: one.proposal_id):
            self._tell(decision)

    @property
    def in_order(self) -> list[Council]:
        return sorted(self.councils.values(), key=lambda council: (council.sort_key, council.pk))

    def _tell(self, decision: PendingDecision) -> None:
        proposal, into = decision.proposal, decision.into
        became = self._became(proposal)
        self._add(proposal.council, f"{proposal.named}\n{became}{_why(decision.reason)}")
        if into is not None and into.council_id != proposal.council_id:
            self._add(
                into.council,
                f"{into.named}\nForslaget {proposal.named} fra {proposal.council} "
                f"er samlet med det.{_why(decision.reason)}",
            )
        for part in proposal.everything_merged():
            self._add(
                part.council,
                f"{part.named}\nDet blev samlet med forslaget {proposal.named} "
                f"fra {proposal.council}, som nu er afgjort. {became}{_why(decision.reason)}",
            )

    def _add(self, council: Council, paragraph: str) -> None:
        self.councils[council.pk] = council
        self.blocks[council.pk].append(paragraph)

    def _became(self, proposal: Proposal) -> str:
        """What becomes of it now, or became of it when it was decided earlier."""
        decision = self.decided.get(proposal.pk)
        if decision is None:
            return _became_earlier(proposal)
        if decision.into is not None:
            into = decision.into
            later = self._became(into) if self._is_decided(into) else "I får besked, når det er afgjort."
            with_it = f"Det er samlet med forslaget {into.named} fra {into.council}."
            return f"{with_it} Jeres tekst er bevaret. {later}"
        if decision.outcome == Outcome.REJECTED:
            return "Det er afvist."
        if decision.outcome == Outcome.SUGGESTED:
            return f"{_PASSED_ON} »{decision.title}« i planen. I får besked, når det er afgjort."
        if decision.onto is not None:
            return f"Jeres tekst er føjet til emnet »{decision.title}« i planen."
        if decision.outcome == Outcome.ACCEPTED_DISTRICT:
            return f"Det er optaget i planen som kredsdækkende emne med titlen »{decision.title}«."
        told = f"Det er optaget i planen som lokalt emne med titlen »{decision.title}«."
        return f"{told}{_standing_on(self._lists(proposal))}"

    def _is_decided(self, proposal: Proposal) -> bool:
        return proposal.pk in self.decided or proposal.is_decided

    def _lists(self, proposal: Proposal) -> str:
        """Whose lists a local topic comes on when more than one lokalråd asked for it."""
        now = [one.proposal for one in self.decided.values() if one.into_id == proposal.pk]
        parts = [proposal, *proposal.everything_merged()]
        parts += [part for merged in now for part in (merged, *merged.everything_merged())]
        names = list(dict.fromkeys(str(part.council) for part in parts))
        return danish.listing(names) if len(names) > 1 else ""


def _became_earlier(proposal: Proposal) -> str:
    if proposal.state == ProposalState.REJECTED:
        return "Det er afvist."
    if (suggestion := proposal.standing_in.suggestion) is not None:
        return f"{_PASSED_ON} »{suggestion.section_title}« i planen."
    area = proposal.standing_in.focus_area
    if proposal.standing_in.state not in ACCEPTED or area is None:
        return "I får besked, når det er afgjort."
    how = "som kredsdækkende emne" if area.scope == Scope.DISTRICT else "som lokalt emne"
    return f"Det er optaget i planen {how} med titlen »{area.title}«.{_standing_on(shared_lists(area))}"


def _standing_on(lists: str) -> str:
    return lists and f" Det står på listerne for {lists}."


def _why(reason: str) -> str:
    return reason and f"\nSekretariatet skriver:\n{reason}"
