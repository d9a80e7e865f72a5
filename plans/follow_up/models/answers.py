"""What a body answers to a duty: words being written, words handed in, and what was asked of them."""

from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from councils.models import Council
from plans.duties.models.duties import Duty
from plans.follow_up.states import HANDED_IN, AnswerState, Progress
from samarbejde.histories import History
from samarbejde.ledger.models import AppendOnly


@dataclass(frozen=True)
class AnswerWords:
    progress: str
    text: str
    figures: str  # one a line: `Møder med skolerne: 4`


class SaysHowItGoes(models.Model):
    progress = models.CharField("status", max_length=10, choices=Progress, blank=True)
    text = models.TextField("svar", blank=True)
    figures = models.TextField("tal", blank=True)

    class Meta:
        abstract = True

    @property
    def words(self) -> AnswerWords:
        return AnswerWords(self.progress, self.text, self.figures)

    @property
    def figure_rows(self) -> list[tuple[str, str]]:
        """Each figure's name and value."""
        parts = (line.rpartition(":") for line in self.figures.splitlines() if line.strip())
        return [(name.strip(), value.strip()) for name, _, value in parts]


class DutyAnswer(SaysHowItGoes):
    """The answer of one body as it is being written; nobody else sees it before it is handed in."""

    duty = models.ForeignKey(Duty, models.PROTECT, related_name="answers", verbose_name="opgave")
    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="råd")
    state = models.CharField("tilstand", max_length=10, choices=AnswerState, default=AnswerState.DRAFT)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()

    class Meta:
        verbose_name = "svar på en opgave"
        verbose_name_plural = "svar på opgaver"
        ordering = ["duty", "council__sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["duty", "council"], name="a_council_answers_a_duty_once"),
            models.CheckConstraint(
                condition=Q(state__in=AnswerState.values), name="an_answer_has_a_known_state"
            ),
            models.CheckConstraint(
                condition=Q(progress="") | Q(progress__in=Progress.values),
                name="an_answer_says_a_known_progress",
            ),
            models.CheckConstraint(
                condition=Q(state=AnswerState.DRAFT) | ~Q(progress="", text=""),
                name="an_answer_that_was_handed_in_says_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.council}: {self.duty}"

    @property
    def is_handed_in(self) -> bool:
        return self.state in HANDED_IN

    @property
    def newest(self) -> "AnswerSubmission | None":
        """What others read of it: words that are written on since are the body's own."""
        return next(iter(self.submissions.all()), None)


class AnswerSubmission(SaysHowItGoes, AppendOnly):
    """The words as they were handed in: what others read, and one point of the series."""

    answer = models.ForeignKey(
        DutyAnswer, models.PROTECT, related_name="submissions", verbose_name="svar på opgaven"
    )
    number = models.PositiveSmallIntegerField("nummer")
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="indsendt af"
    )
    submitted_at = models.DateTimeField("indsendt", default=timezone.now)

    class Meta:
        verbose_name = "indsendt svar"
        verbose_name_plural = "indsendte svar"
        ordering = ["answer", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["answer", "number"], name="submitted_answers_are_numbered"),
        ]

    def __str__(self) -> str:
        return f"{self.answer}, {self.number}"


class AnswerQuestion(AppendOnly):
    """What the secretariat asked of an answer that it sent back."""

    submission = models.OneToOneField(
        AnswerSubmission, models.PROTECT, related_name="question", verbose_name="indsendt svar"
    )
    text = models.TextField("spørgsmål")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="spurgt af"
    )
    asked_at = models.DateTimeField("spurgt", default=timezone.now)

    class Meta:
        verbose_name = "spørgsmål til et svar"
        verbose_name_plural = "spørgsmål til svar"
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="a_question_asks_something")]

    def __str__(self) -> str:
        return self.text


class DutyReminder(models.Model):
    """That somebody was reminded of a duty: once for each day that it is told on."""

    duty = models.ForeignKey(Duty, models.CASCADE, related_name="reminders", verbose_name="opgave")
    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="råd")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="person"
    )
    days_left = models.SmallIntegerField("dage til fristen")
    due_on = models.DateField("frist")
    sent_at = models.DateTimeField("sendt", default=timezone.now)

    class Meta:
        verbose_name = "påmindelse om en opgave"
        verbose_name_plural = "påmindelser om opgaver"
        constraints = [
            models.UniqueConstraint(
                fields=["duty", "council", "person", "days_left", "due_on"],
                name="a_person_is_reminded_of_a_duty_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.duty}"
