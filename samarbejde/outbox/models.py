from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

LATE_AFTER = timedelta(hours=1)
LINK = "[linket vises kun for modtageren]"  # where it goes in a body


class MessageState(models.TextChoices):
    """A message lapses when it waits until its link no longer opens, or nobody is there to read it."""

    QUEUED = "queued", "venter på at blive sendt"
    SENT = "sent", "sendt"
    GIVEN_UP = "given_up", "kunne ikke sendes"
    LAPSED = "lapsed", "bortfaldet"


MESSAGE_TRANSITIONS: dict[str, frozenset[str]] = {
    MessageState.QUEUED: frozenset({MessageState.SENT, MessageState.GIVEN_UP, MessageState.LAPSED}),
    MessageState.GIVEN_UP: frozenset({MessageState.QUEUED}),
}


class MessageQuerySet(models.QuerySet["Message"]):
    def waiting(self) -> "MessageQuerySet":
        return self.filter(state=MessageState.QUEUED)

    def due(self) -> "MessageQuerySet":
        return self.waiting().filter(next_attempt_at__lte=timezone.now())

    def late(self) -> "MessageQuerySet":
        """Waiting for so long that somebody should look at the mail server, or at the worker."""
        return self.waiting().filter(queued_at__lt=timezone.now() - LATE_AFTER)

    def refused(self) -> "MessageQuerySet":
        """Refused for good, and nothing has reached the person since, at the address they have today."""
        last = Refusal.objects.filter(message=models.OuterRef("pk")).order_by("-refused_at")
        reached = Message.objects.filter(
            state=MessageState.SENT,
            to=models.OuterRef("to"),
            address=models.OuterRef("to__email"),
            sent_at__gt=models.OuterRef("refused_at"),
        )
        return (
            self.filter(state=MessageState.GIVEN_UP, is_to_former_address=False)
            .filter(to__is_active=True, to__email__isnull=False)
            .annotate(refused_at=models.Subquery(last.values("refused_at")[:1]))
            .exclude(models.Exists(reached))
        )


class Message(models.Model):
    """An e-mail as it will be read: queued with the act that causes it, sent once by the worker."""

    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="modtager"
    )
    address = models.EmailField("e-mail")
    is_to_former_address = models.BooleanField("til en tidligere adresse", default=False)
    subject = models.CharField("emne", max_length=200)
    body = models.TextField("tekst")
    reply_to = models.TextField("svar går til", blank=True, help_text="Adresser med komma imellem")
    link = models.ForeignKey(
        "accounts.PersonalLink", models.PROTECT, null=True, related_name="+", verbose_name="personligt link"
    )
    queued_at = models.DateTimeField("skrevet", default=timezone.now)
    state = models.CharField("tilstand", max_length=10, choices=MessageState, default=MessageState.QUEUED)
    attempts = models.PositiveSmallIntegerField("forsøg", default=0)
    next_attempt_at = models.DateTimeField("næste forsøg", default=timezone.now)
    sent_at = models.DateTimeField("sendt", null=True, blank=True)
    last_error = models.TextField("seneste fejl", blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = "besked"
        verbose_name_plural = "beskeder"
        ordering = ["-queued_at", "-pk"]
        indexes = [
            models.Index(
                fields=["next_attempt_at"], condition=models.Q(state="queued"), name="messages_that_wait"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="sent", sent_at__isnull=False)
                | (~models.Q(state="sent") & models.Q(sent_at__isnull=True)),
                name="a_sent_message_has_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=MessageState.values), name="a_message_has_a_known_state"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} → {self.address}"

    @property
    def letter(self) -> str:
        """The body as its reader gets it: with the link, which no table holds."""
        return self.body.replace(LINK, self.link.web_address) if self.link else self.body

    @property
    def has_personal_link(self) -> bool:
        return LINK in self.body

    @property
    def address_of_today(self) -> str:
        """Where it goes: to the person, also when their address was mended since it was written."""
        if self.to is None or not self.to.email or self.is_to_former_address:
            return self.address
        return self.to.email

    @property
    def has_lost_its_reader(self) -> bool:
        """The person has no address any more, or is closed out; a former address is told all the same."""
        return bool(self.to and not self.is_to_former_address and not (self.to.email and self.to.is_active))

    @property
    def is_readdressed(self) -> bool:
        return self.address_of_today != self.address


class Refusal(models.Model):
    """A mail server's last word on a message to one address. The message may leave again, to another."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="refusals", verbose_name="besked")
    address = models.CharField("e-mail", max_length=254)
    refused_at = models.DateTimeField("afvist", default=timezone.now)
    answer = models.TextField("mailserverens svar")

    class Meta:
        verbose_name = "afvisning"
        verbose_name_plural = "afvisninger"
        ordering = ["-refused_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.message}: {self.answer}"
