"""What is said of next year's draft, and new words that the kontaktudvalg suggests for it."""

import json
import uuid
from typing import Any

from plans.comments import workflow as comments
from plans.comments.anchoring import Quotation, found_in, quotation_at, texts_of
from plans.demo.facts import FOLDER
from plans.document.fields import Fields
from plans.document.models import Plan, Section
from plans.suggestions import workflow as suggestions
from samarbejde.accounts.demo import address
from samarbejde.accounts.models import User

SUGGESTED_BY = "kontaktudvalg.herning"
STOOD, SUGGESTED = "politi hver måned", "politi mindst hver måned"
WHY = "Så passer det også i de kommuner, hvor man mødes oftere."


def comment_on(plan: Plan) -> None:
    """In both channels, one of them resolved; and a suggestion that waits."""
    for told in json.loads((FOLDER / "comments.json").read_text(encoding="utf-8")):
        _comment(plan, told)
    section, _ = _quoted(plan, STOOD)
    suggestions.suggest(
        section,
        {
            "heading": section.heading,
            "body": section.body.replace(STOOD, SUGGESTED),
            "closing": section.closing,
        },
        reason=WHY,
        version=section.version,
        form_key=uuid.uuid4(),
        by=_person(SUGGESTED_BY),
    )


def _comment(plan: Plan, told: dict[str, Any]) -> None:
    section, quotation = _quoted(plan, told["exact"])
    written = comments.comment(
        section,
        told["text"],
        channel=told["channel"],
        quotation=quotation,
        form_key=uuid.uuid4(),
        by=_person(told["by"]),
    )
    for said in told["answers"]:
        comments.answer(written, said["text"], form_key=uuid.uuid4(), by=_person(said["by"]))
    if "resolved_by" in told:
        comments.resolve(written, by=_person(told["resolved_by"]))


def _quoted(plan: Plan, exact: str) -> tuple[Section, Quotation]:
    """The section that says so, and where."""
    for section in plan.sections.all():
        if found := found_in(Quotation(exact), texts_of(section, Fields(plan))):
            section.plan = plan
            return section, quotation_at(found[0], exact, found[1])
    raise LookupError(exact)


def _person(handle: str) -> User:
    return User.objects.get(email=address(handle))
