"""A mayor's office corrects the draft in Word and sends it back; the secretariat takes the correction in."""

import io
from copy import deepcopy
from datetime import date

import docx
from docx.oxml.ns import qn

from councils.models import Membership
from plans.approval.frozen import current_text
from plans.consultation.bodies import body_of
from plans.consultation.reading import reply_of
from plans.demo.clock import on
from plans.demo.people import People
from plans.document.models import Plan
from plans.returned_drafts.workflow import send_draft, upload_draft
from plans.suggestions.comparing import compared
from plans.suggestions.workflow import accept
from plans.word.drafts import as_word
from plans.word.elements import element
from samarbejde.accounts.demo import address

RETURNED_BY = "borgmester.skive"
AUTHOR = "Socialforvaltningen i Skive"
NAME = "Udkast til samarbejdsplan, rettet af Skive.docx"
AFTER, ADDED = "aftaler på skrift", ", som alle vagthold kender,"


def return_draft(plan: Plan, day: date) -> None:
    """With a remark that is sent already; it is taken in when all have answered."""
    [sent] = plan.consultations.select_related("plan")
    seat = Membership.objects.with_places().get(user__email=address(RETURNED_BY))
    standing = reply_of(sent, body_of(seat))
    assert standing, "the remark comes first"
    with on(day):
        draft = upload_draft(sent, body_of(seat), NAME, _corrected(as_word(current_text(plan))), by=seat.user)
        send_draft(draft, standing.text, version=standing.version, by=seat.user)


def take_in(plan: Plan, day: date, people: People) -> None:
    suggestion = plan.suggestions.get(by__email=address(RETURNED_BY))
    section = plan.sections.get(lineage=suggestion.lineage)
    with on(day):
        wanted = compared(suggestion, section).wanted
        accept(suggestion, wanted, version=section.version, by=people.secretariat)


def _corrected(content: bytes) -> bytes:
    """With a tracked change, as Word writes one."""
    document = docx.Document(io.BytesIO(content))
    said = next(text for text in document.element.body.iter(qn("w:t")) if AFTER in (text.text or ""))
    before, _, after = said.text.partition(AFTER)
    run, rest = said.getparent(), deepcopy(said.getparent())
    said.text, rest.find(qn("w:t")).text = before + AFTER, after
    added = deepcopy(rest)
    added.find(qn("w:t")).text = ADDED
    change = element("ins", id=1, author=AUTHOR)
    change.append(added)
    run.addnext(change)
    change.addnext(rest)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()
