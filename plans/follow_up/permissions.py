from dataclasses import dataclass, replace

from django.core.exceptions import PermissionDenied
from django.http import Http404

from councils.models import Council
from councils.register.offices import Person, offices
from plans.document.models import Plan
from plans.document.permissions import load_district_plan, may_manage_plan
from plans.duties.models import Duty
from plans.duties.permissions import may_read_paper
from plans.follow_up.answering import may_submit_answer, may_write_answer
from plans.follow_up.in_force import Laid, laid_on
from plans.follow_up.models import AnswerAttachment, DutyAnswer, SubmittedAttachment


@dataclass(frozen=True)
class Access:
    """A duty as one body has it, and what the person may do to its answer."""

    laid: Laid
    writes: bool
    submits: bool
    reviews: bool

    @property
    def council(self) -> Council:
        return self.laid.council


def load_laid(person: Person, duty_pk: int, council_pk: int) -> Access:
    """For the body itself and the secretariat; another lokalråd's is 404."""
    own = offices(person)
    duty = Duty.objects.filter(pk=duty_pk).select_related("plan__council").first()
    if duty is None or duty.plan.council.district_id not in own.districts:
        raise Http404
    every = laid_on(own.districts, duty.plan)
    laid = next((one for one in every if (one.duty, one.council.pk) == (duty, council_pk)), None)
    if laid is None:
        raise Http404
    reviews = laid.council.district_id in own.secretariat_districts
    writes = may_write_answer(own, laid.council)
    if not (reviews or writes):
        raise Http404
    if laid.answer:  # with its words
        laid = replace(laid, answer=DutyAnswer.objects.get(pk=laid.answer.pk))
    return Access(laid, writes, may_submit_answer(own, laid.council), reviews)


def load_own_laid(person: Person, duty_pk: int, council_pk: int) -> Access:
    """For those who write the body's answer; 403 for the secretariat that reads it."""
    access = load_laid(person, duty_pk, council_pk)
    if not access.writes:
        raise PermissionDenied("Kun rådets egne medlemmer skriver dets svar.")
    return access


def load_reviewed(person: Person, duty_pk: int, council_pk: int) -> Access:
    """For the secretariat; 403 for the body itself."""
    access = load_laid(person, duty_pk, council_pk)
    if not access.reviews:
        raise PermissionDenied("Kun sekretariatet kan gøre dette.")
    return access


def load_attachment(person: Person, duty_pk: int, council_pk: int, attachment_pk: int) -> AnswerAttachment:
    """Of a draft, for those of the body: for everybody else there is none."""
    access = load_laid(person, duty_pk, council_pk)
    mine = AnswerAttachment.objects.filter(answer=access.laid.answer, pk=attachment_pk)
    found = mine.select_related("answer__duty__plan", "answer__council").first() if access.writes else None
    if found is None:
        raise Http404
    return found


def load_submitted_attachment(
    person: Person, duty_pk: int, council_pk: int, attachment_pk: int
) -> SubmittedAttachment:
    """For the body itself and the secretariat; for the kredsråd while its paper names it."""
    of_duty = SubmittedAttachment.objects.filter(submission__answer__duty=duty_pk, pk=attachment_pk)
    handed_in = of_duty.filter(submission__answer__council=council_pk)
    found = handed_in.select_related("submission__answer__duty__plan__council").first()
    if found is None:
        raise Http404
    submission, plan = found.submission, found.submission.answer.duty.plan
    on_paper = submission == submission.answer.newest and may_read_paper(person, plan)
    if not (on_paper or may_manage_plan(person, plan)):
        load_laid(person, duty_pk, council_pk)
    return found


def load_paper(person: Person, plan_pk: int) -> Plan:
    """The answers of a quarter are for the kredsråd and its secretariat; 403 for the district's others."""
    plan = load_district_plan(person, plan_pk)
    if not may_read_paper(person, plan):
        raise PermissionDenied("Mødepapiret er for kredsrådet og dets sekretariat.")
    return plan
