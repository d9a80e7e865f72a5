"""The one step that brings a plan further."""

from typing import TYPE_CHECKING, NamedTuple

from django.urls import reverse
from django.utils import timezone

from plans.desk.progress import Progress
from plans.desk.tasks import Task
from plans.document.models import Plan
from plans.document.states import PlanState
from plans.publication.models import PublicationState, TrialState
from samarbejde import danish
from samarbejde.deadlines import is_over

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    PlanOnItsWay = WithAnnotations[Plan, Progress]


class Step(NamedTuple):
    text: str
    action: str  # the verb on its button
    page: str  # the name of the plan's page where it is taken


WRITE = "Ret teksten", "plan-text"
SEE_PROPOSALS = "Se forslagene", "proposal-board"
PUBLISH = "Offentliggør", "publish-plan"


def next_step(plan: "PlanOnItsWay") -> Task:
    steps = {
        PlanState.DRAFT: _of_a_draft,
        PlanState.CONSULTATION: _of_a_consultation,
        PlanState.DISCUSSED: _of_a_discussed_plan,
        PlanState.CORRECTING: _of_corrections,
        PlanState.SIGNING: _of_a_signature_round,
        PlanState.SIGNED: _of_a_signed_plan,
    }
    text, action, page = steps[PlanState(plan.state)](plan)
    return Task(plan.title, action, reverse(page, args=[plan.pk]), text)


def may_be_followed(plan: "PlanOnItsWay") -> bool:
    """It is this year's or a later one, and the year after has none."""
    return plan.year >= timezone.localdate().year and not plan.is_followed


def _of_a_draft(plan: "PlanOnItsWay") -> Step:
    if plan.is_local:
        return _of_a_local_draft(plan)
    if plan.was_heard:
        return Step("Planen er taget tilbage til kladde. Ret teksten, og send den i høring igen.", *WRITE)
    if plan.round_ends is not None:
        return _of_a_proposal_round(plan)
    if plan.year > timezone.localdate().year:
        text = "Planen er begyndt. Bed lokalrådene om forslag, inden du skriver teksten færdig."
        return Step(text, "Åbn forslagsrunden", "open-round")
    return Step("Planen er kladde. Skriv den færdig, og send den i høring.", *WRITE)


def _of_a_local_draft(plan: "PlanOnItsWay") -> Step:
    if plan.trial == TrialState.QUEUED:
        return Step("Planen prøvetrykkes, før den sendes til underskrift.", "Følg den", "signatures")
    if plan.trial in (TrialState.FAILED, TrialState.UNTRIED):
        return Step("Planen blev ikke sendt til underskrift.", "Se, hvorfor", "signatures")
    text = f"Lokalrådets plan for {plan.year} er kladde. Skriv den færdig, og send den til underskrift."
    return Step(text, *WRITE)


def _of_a_proposal_round(plan: "PlanOnItsWay") -> Step:
    assert plan.round_opens is not None
    assert plan.round_ends is not None
    if plan.round_opens > timezone.now():
        text = f"Forslagsrunden åbner af sig selv {danish.moment_text(plan.round_opens)}."
        return Step(text, "Se runden", "proposal-board")
    is_open = not is_over(plan.round_ends)
    last_day = danish.date_text(timezone.localdate(plan.round_ends))
    waiting = f" {plan.undecided} forslag venter på afgørelse." if plan.undecided else ""
    text = f"{_answers(plan)}. Fristen {'er' if is_open else 'var'} {last_day}.{waiting}"
    if is_open:
        return Step(text, *SEE_PROPOSALS)
    if plan.to_decide:
        return Step(text, "Afgør forslagene", "proposal-board")
    if plan.unannounced:
        return Step(text, *SEE_PROPOSALS)
    if plan.returned:
        text = f"{plan.returned} forslag venter på, at lokalrådet svarer på det, I har bedt om."
        return Step(text, *SEE_PROPOSALS)
    text = "Forslagsrunden er slut, og alle forslag er afgjort. Skriv teksten færdig, og send den i høring."
    return Step(text, *WRITE)


def _answers(plan: "PlanOnItsWay") -> str:
    if plan.answered == plan.asked:
        return f"Alle {plan.asked} lokalråd har svaret"
    return f"{plan.answered or 'Ingen'} af {plan.asked} lokalråd har svaret"


def _of_a_consultation(plan: "PlanOnItsWay") -> Step:
    text = "Planen er i høring. Registrér drøftelsen, når kredsrådet har holdt sit møde."
    return Step(text, "Registrér drøftelsen", "record-discussion")


def _of_a_discussed_plan(plan: "PlanOnItsWay") -> Step:
    if plan.signatures_required and plan.trial == TrialState.QUEUED:
        return Step("Planen prøvetrykkes, før den sendes til underskrift.", "Følg den", "signatures")
    if plan.signatures_required and plan.trial in (TrialState.FAILED, TrialState.UNTRIED):
        return Step("Planen blev ikke sendt til underskrift.", "Se, hvorfor", "signatures")
    if plan.signatures_required:
        return Step("Planen er drøftet i kredsrådet.", "Send til underskrift", "signatures")
    return _to_publish(plan, "Planen er drøftet og skal ikke underskrives.")


def _of_corrections(plan: "PlanOnItsWay") -> Step:
    text = "Kredsrådet tiltrådte planen med rettelser. Skriv dem ind, og afslut dem."
    return Step(text, "Se rettelserne", "corrections")


def _of_a_signature_round(plan: "PlanOnItsWay") -> Step:
    text = f"{plan.unsigned} {'underskrift' if plan.unsigned == 1 else 'underskrifter'} mangler."
    if plan.departed:
        names = danish.listing(plan.departed)
        text = f"{text} {names} har ikke længere hvervet, så planen skal sendes til underskrift igen."
    return Step(text, "Se, hvem der mangler", "signatures")


def _of_a_signed_plan(plan: "PlanOnItsWay") -> Step:
    return _to_publish(plan, "Alle har underskrevet.")


def _to_publish(plan: "PlanOnItsWay", text: str) -> Step:
    if plan.publication == PublicationState.QUEUED:
        return Step("Offentliggørelsen er bestilt, og PDF'en bliver lavet.", "Følg den", "publish-plan")
    if plan.publication == PublicationState.HELD:
        return Step("Offentliggørelsen er bestilt, men venter på serveren.", "Se, hvorfor", "publish-plan")
    if plan.publication == PublicationState.FAILED:
        text = "Offentliggørelsen gik galt sidst. Planen er ikke offentlig endnu."
        return Step(text, "Prøv igen", "publish-plan")
    return Step(text, *PUBLISH)
