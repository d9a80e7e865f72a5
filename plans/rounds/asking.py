"""What a round asks when nobody has said otherwise: what the year before asked."""

from plans.document.models import Plan
from plans.proposals.models import USUAL_QUESTIONS, ProposalRound, Question


def questions_for(plan: Plan) -> list[Question]:
    """The questions of the kredsråd's latest round that asked any, or the usual ones."""
    earlier = ProposalRound.objects.filter(plan__council=plan.council_id, plan__year__lt=plan.year)
    latest = earlier.exclude(questions=[]).order_by("-plan__year").first()
    return latest.questions if latest else USUAL_QUESTIONS


def settled(questions: list[Question]) -> list[Question]:
    """What stands fast once the lokalråd are asked: everything but the hints."""
    return [hinted(question, "") for question in questions]


def hinted(question: Question, hint: str) -> Question:
    return {
        "key": question["key"],
        "wording": question["wording"],
        "hint": hint,
        "obligatory": question["obligatory"],
    }
