"""Whether a plan was begun by mistake: nobody but the secretariat has had anything to do with it."""

from collections.abc import Iterator

from plans.approval.models import Discussion, SignatureRound
from plans.comments.models import Channel
from plans.document.models import Plan
from plans.document.states import PlanState
from plans.proposals.models import NoProposals, Proposal
from plans.publication.models import Edition, TrialState


def why_it_stays(plan: Plan) -> list[str]:
    """What others have done with the plan, in Danish sentences; empty for one that may be deleted."""
    return [*_where_it_stands(plan), *_what_others_did(plan), *_what_others_read(plan)]


def _where_it_stands(plan: Plan) -> Iterator[str]:
    if plan.state != PlanState.DRAFT:
        yield f"Planen er »{plan.get_state_display()}«. Kun en kladde kan slettes."
    elif Plan.history.filter(id=plan.pk).exclude(state=PlanState.DRAFT).exists():
        where = "til underskrift" if plan.is_local else "i høring"
        yield f"Planen har været sendt {where}, og andre har læst den."
    if plan.trials.filter(state=TrialState.QUEUED).exists():
        yield "Planen prøvetrykkes lige nu. Vent, til det er slut."


def _what_others_did(plan: Plan) -> Iterator[str]:
    if number := Proposal.objects.filter(round__plan=plan).count():
        yield f"Lokalrådene har skrevet {number} forslag til planen."
    if number := NoProposals.objects.filter(round__plan=plan).count():
        yield f"{number} lokalråd har svaret, at de ingen forslag har."
    if Discussion.objects.filter(plan=plan).exists():
        yield "Kredsrådet har drøftet planen, og drøftelsen slettes aldrig."
    if SignatureRound.objects.filter(plan=plan).exists():
        yield "Planen har været sendt til underskrift, og underskrifter slettes aldrig."
    if Edition.objects.filter(plan=plan).exists():
        yield "Planen har været offentliggjort, og en udgave slettes aldrig."
    if plan.kept_versions.exists():
        yield "Der er gemt en version af planen, og en version slettes aldrig."
    for year in plan.next_plans.values_list("year", flat=True):
        yield f"Planen for {year} bygger på den. Slet den først, hvis den også er en fejl."


def _what_others_read(plan: Plan) -> Iterator[str]:
    if number := plan.comments.filter(channel=Channel.SHARED).count():
        yield f"Der er skrevet {number} delte kommentarer til planen, og andre kan have læst dem."
    if number := plan.suggestions.count():
        yield f"Der er skrevet {number} ændringsforslag til planen."
