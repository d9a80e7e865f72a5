"""A draft that is heard, with a section to write in."""

from dataclasses import dataclass

from plans.approval.frozen import current_text
from plans.approval.models import Consultation
from plans.consultation.bodies import Body, body_of
from plans.document.models import Plan, Section
from plans.drafting.workflow import save_section
from plans.returned_drafts import workflow
from plans.returned_drafts.models import ReturnedDraft
from plans.word.drafts import as_word
from plans.word.remarks import shared_remarks
from samarbejde.accounts.models import User
from tests.cast import Cast
from tests.kept import kept
from tests.making import section
from tests.plans.consultation.stages import being_heard, latest, seat
from tests.plans.returned_drafts.word_edits import Edited

FIRST = "Politiet kommer på skolerne hvert <strong>forår</strong> &amp; efterår."
SECOND = "Kommunerne melder tal ind hver måned."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p><ul><li>Ét møde om året</li><li>To breve</li></ul><p>Slut.</p>"


@dataclass
class Heard:
    consultation: Consultation
    section: Section

    @property
    def plan(self) -> Plan:
        return self.consultation.plan

    def in_word(self) -> Edited:
        return Edited(as_word(current_text(self.plan)))

    def save(self, body: str, by: User) -> Section:
        now = Section.objects.get(pk=self.section.pk)
        return save_section(now, by=by, version=now.version, heading=now.heading, body=body)

    def returned(self, edited: Edited, user: User, name: str = "Udkast med rettelser.docx") -> ReturnedDraft:
        return workflow.upload_draft(self.consultation, body_of(seat(user)), name, edited.bytes(), by=user)


@kept
def heard(cast: Cast, body: str = BODY) -> Heard:
    _ = cast.borgmester("Herning"), cast.formand_herning  # who sit there before the draft goes out
    consultation = being_heard(cast)
    return Heard(consultation, section(consultation.plan, "Skoler og unge", body=body))


def again(plan_pk: int) -> Heard:
    """What `heard` made."""
    consultation = latest(Plan.objects.get(pk=plan_pk))
    return Heard(consultation, consultation.plan.sections.get(heading="Skoler og unge"))


def body(user: User) -> Body:
    return body_of(seat(user))


def with_remarks(heard: Heard, reader: User) -> bytes:
    """The draft with the shared comments in its margin."""
    return as_word(current_text(heard.plan), shared_remarks(reader, heard.plan))
