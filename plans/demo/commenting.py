"""What is said of next year's draft, and new words that the kontaktudvalg suggests for it."""

import json
import uuid
from typing import Any

from plans.comments import workflow as comments
from plans.comments.anchoring import Quotation, found_in, quotation_at
from plans.comments.models import Channel
from plans.comments.wording import Wording
from plans.demo.facts import FOLDER
from plans.document.models import Plan, Section
from plans.suggestions import workflow as suggestions
from samarbejde.accounts.demo import address
from samarbejde.accounts.models import User

SUGGESTED_BY = "kontaktudvalg.herning"
STANDS_EVERY_YEAR = "Salg ved skolerne fylder ikke meget hos os"
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


def leave_for_next_year(plan: Plan) -> None:
    """Answered this year, and to be thought of again."""
    section, quotation = _quoted(plan, STANDS_EVERY_YEAR)
    by = _person("sekretariat")
    written = comments.comment(
        section,
        "Skolerne melder nye tal i maj. Husk dem, når næste års plan skrives.",
        channel=Channel.INTERNAL,
        quotation=quotation,
        for_next_year=True,
        form_key=uuid.uuid4(),
        by=by,
    )
    comments.resolve(written, by=by)


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
    wording = Wording(plan)
    for section in plan.sections.all():
        if found := found_in(Quotation(exact), wording.texts(section)):
            section.plan = plan
            return section, quotation_at(found[0], exact, found[1])
    raise LookupError(exact)


def _person(handle: str) -> User:
    return User.objects.get(email=address(handle))
