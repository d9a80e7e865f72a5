from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from samarbejde.danish import moment_text

LATE_AFTER = timedelta(hours=1)
LINK = "[linket vises kun for modtageren]"  # where it goes in a body


class MessageState(models.TextChoices):
    """A message lapses when it waits until its link no longer opens, or nobody is there to read it, and
    when what caused it is undone. One that is held waits for somebody to read it, who lets it go or stops
    it. One that is gathered waits for the day's letter, which carries it.
    """

    HELD = "held", "holdes tilbage"
    GATHERED = "gathered", "kommer med i dagens brev"
    QUEUED = "queued", "venter på at blive sendt"
    SENT = "sent", "sendt"
    GIVEN_UP = "given_up", "kunne ikke sendes"
    LAPSED = "lapsed", "bortfaldet"
    STOPPED = "stopped", "standset, før det blev sendt"
    CARRIED = "carried", "kom med i dagens brev"


MESSAGE_TRANSITIONS: dict[str, frozenset[str]] = {
    MessageState.HELD: frozenset({MessageState.QUEUED, MessageState.LAPSED, MessageState.STOPPED}),
    MessageState.GATHERED: frozenset({MessageState.QUEUED, MessageState.CARRIED, MessageState.LAPSED}),
    MessageState.QUEUED: frozenset({MessageState.SENT, MessageState.GIVEN_UP, MessageState.LAPSED}),
    MessageState.GIVEN_UP: frozenset({MessageState.QUEUED}),
}
UNSENT = (MessageState.HELD, MessageState.GATHERED, MessageState.QUEUED)


class MessageQuerySet(models.QuerySet["Message"]):
    def waiting(self) -> "MessageQuerySet":
        return self.filter(state=MessageState.QUEUED)

    def unsent(self) -> "MessageQuerySet":
        """They may leave yet."""
        return self.filter(state__in=UNSENT)

    def caused_by(self, *causes: models.Model) -> "MessageQuerySet":
        numbers: dict[str, list[int]] = {}
        for cause in causes:
            numbers.setdefault(cause._meta.label_lower, []).append(cause.pk)
        each = [models.Q(cause_kind=kind, cause_number__in=pks) for kind, pks in numbers.items()]
        return self.filter(models.Q(*each, _connector=models.Q.OR)) if each else self.none()

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
    cause_kind = models.CharField("anledning", max_length=60, blank=True)
    cause_number = models.BigIntegerField("anledningens nummer", null=True, blank=True)
    queued_at = models.DateTimeField("skrevet", default=timezone.now)
    state = models.CharField("tilstand", max_length=10, choices=MessageState, default=MessageState.QUEUED)
    attempts = models.PositiveSmallIntegerField("forsøg", default=0)
    next_attempt_at = models.DateTimeField("næste forsøg", default=timezone.now)
    sent_at = models.DateTimeField("sendt", null=True, blank=True)
    last_error = models.TextField("seneste fejl", blank=True)
    words = models.TextField("det, der fortælles", blank=True, help_text="Af det, der samles")
    within = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="carries", verbose_name="kom med i"
    )

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = "besked"
        verbose_name_plural = "beskeder"
        ordering = ["-queued_at", "-pk"]
        indexes = [
            models.Index(
                fields=["next_attempt_at"], condition=models.Q(state="queued"), name="messages_that_wait"
            ),
            models.Index(
                fields=["to", "queued_at"], condition=models.Q(state="gathered"), name="news_to_gather"
            ),
            models.Index(fields=["cause_kind", "cause_number"], name="messages_by_cause"),
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
            models.CheckConstraint(
                condition=~models.Q(state__in=["gathered", "carried"]) | ~models.Q(words=""),
                name="a_gathered_message_has_words",
            ),
            models.CheckConstraint(
                condition=models.Q(state="carried", within__isnull=False)
                | (~models.Q(state="carried") & models.Q(within__isnull=True)),
                name="a_carried_message_is_within_another",
            ),
            models.CheckConstraint(
                condition=models.Q(cause_kind="", cause_number__isnull=True)
                | (~models.Q(cause_kind="") & models.Q(cause_number__isnull=False)),
                name="a_cause_has_kind_and_number",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} → {self.address}"

    @property
    def letter(self) -> str:
        """The body as its reader gets it: with the link, which no table holds."""
        return self.body.replace(LINK, self.link.web_address) if self.link else self.body

    @property
    def fate(self) -> str:
        """What became of it, to whom it concerns: `sendt 3. maj 2027 kl. 09.12`."""
        if self.within is not None:
            return f"{self.get_state_display()}, {self.within.fate}"
        if self.sent_at is not None:
            return f"{self.get_state_display()} {moment_text(self.sent_at)}"
        if self.state == MessageState.QUEUED and self.attempts:
            return f"venter på et nyt forsøg {moment_text(self.next_attempt_at)}"
        return str(self.get_state_display())

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
