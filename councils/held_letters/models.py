"""Letters that the district's secretariat reads before they leave."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from councils.register.models import PoliceDistrict
from samarbejde.histories import History
from samarbejde.outbox.letters import LONGEST_SUBJECT
from samarbejde.outbox.models import Message, MessageState


class HeldLetterQuerySet(models.QuerySet["HeldLetter"]):
    def waiting(self) -> "HeldLetterQuerySet":
        return self.filter(message__state=MessageState.HELD)

    def with_message(self) -> "HeldLetterQuerySet":
        return self.select_related("message__to", "message__link", "held_by")


class HeldLetter(models.Model):
    """What stands between salutation and farewell of a message that is held, for as long as it is.

    The row stays afterwards, as long as its message does.
    """

    message = models.OneToOneField(Message, models.CASCADE, related_name="held_letter", verbose_name="besked")
    district = models.ForeignKey(
        PoliceDistrict, models.PROTECT, related_name="held_letters", verbose_name="politikreds"
    )
    step = models.CharField("anledning", max_length=200)
    subject = models.CharField("emne", max_length=LONGEST_SUBJECT)
    text = models.TextField("tekst")
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="skrevet af"
    )
    held_at = models.DateTimeField("skrevet", default=timezone.now)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()
    objects = HeldLetterQuerySet.as_manager()

    class Meta:
        verbose_name = "brev, der holdes tilbage"
        verbose_name_plural = "breve, der holdes tilbage"
        ordering = ["held_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(subject="") & ~Q(text=""), name="a_held_letter_has_subject_and_text"
            ),
        ]

    def __str__(self) -> str:
        return f"Brevet til {self.message.to}"

    @property
    def is_waiting(self) -> bool:
        return self.message.state == MessageState.HELD

    @property
    def as_seen(self) -> str:
        """The letter in the version that somebody reads: `12.3`."""
        return f"{self.pk}.{self.version}"
