"""The director's yearly account to the kredsråd (retsplejeloven § 112): its parts, and what was presented."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from councils.models import Council
from plans.document.models import FIRST_YEAR, LAST_YEAR, FrozenText
from samarbejde.histories import History
from samarbejde.ledger.models import AppendOnly

LONGEST_HEADING = 300


class AccountState(models.TextChoices):
    DRAFT = "draft", "kladde"
    PRESENTED = "presented", "forelagt kredsrådet"


ACCOUNT_TRANSITIONS: dict[str, frozenset[str]] = {
    AccountState.DRAFT: frozenset({AccountState.PRESENTED}),
    AccountState.PRESENTED: frozenset({AccountState.DRAFT}),
}


class YearlyAccount(models.Model):
    council = models.ForeignKey(
        Council, models.PROTECT, related_name="yearly_accounts", verbose_name="kredsråd"
    )
    year = models.PositiveSmallIntegerField("år")
    state = models.CharField("tilstand", max_length=10, choices=AccountState, default=AccountState.DRAFT)
    drafted_at = models.DateTimeField("tal og svar hentet", default=timezone.now)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()

    class Meta:
        verbose_name = "årlig redegørelse"
        verbose_name_plural = "årlige redegørelser"
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "year"], name="one_yearly_account_per_council_and_year"
            ),
            models.CheckConstraint(
                condition=Q(state__in=AccountState.values), name="a_yearly_account_has_a_known_state"
            ),
            models.CheckConstraint(
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR),
                name="a_yearly_account_is_younger_than_the_law",
            ),
        ]

    def __str__(self) -> str:
        return f"Politidirektørens redegørelse for {self.year}"

    @property
    def is_draft(self) -> bool:
        return self.state == AccountState.DRAFT

    @property
    def newest(self) -> "PresentedAccount | None":
        """As it was presented last, whether it stands or was taken back."""
        return next(iter(self.presented.all()), None)


class AccountPart(models.Model):
    """`key` says what the portal drafts it from. `drafted` is what it made of that last."""

    account = models.ForeignKey(
        YearlyAccount, models.CASCADE, related_name="parts", verbose_name="redegørelse"
    )
    key = models.CharField("hvad den er dannet af", max_length=60)
    position = models.PositiveSmallIntegerField("rækkefølge")
    heading = models.CharField("overskrift", max_length=LONGEST_HEADING)
    body = models.TextField("tekst", blank=True)
    drafted = models.TextField("portalens udkast", blank=True)
    is_edited = models.BooleanField("rettet af en person", default=False)
    has_news = models.BooleanField("udkastet er nyere end teksten", default=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()

    class Meta:
        verbose_name = "del af en redegørelse"
        verbose_name_plural = "dele af redegørelser"
        ordering = ["account", "position"]
        constraints = [
            models.UniqueConstraint(fields=["account", "key"], name="a_part_stands_once_in_an_account"),
            models.UniqueConstraint(
                fields=["account", "position"],
                name="parts_of_an_account_stand_in_an_order",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(condition=~Q(heading=""), name="a_part_of_an_account_has_a_heading"),
            models.CheckConstraint(
                condition=Q(is_edited=True) | Q(body=models.F("drafted"), has_news=False),
                name="a_part_that_nobody_edited_is_as_drafted",
            ),
        ]

    def __str__(self) -> str:
        return self.heading

    @property
    def whose_words(self) -> str:
        if not self.body:
            return "Uden tekst, så delen kommer ikke med."
        return "Rettet af sekretariatet." if self.is_edited else "Portalens udkast."


class PresentedAccount(AppendOnly):
    """The account as the kredsråd was given it: what its members read."""

    account = models.ForeignKey(
        YearlyAccount, models.PROTECT, related_name="presented", verbose_name="redegørelse"
    )
    number = models.PositiveSmallIntegerField("nummer")
    text = models.ForeignKey(FrozenText, models.PROTECT, related_name="+", verbose_name="tekst")
    presented_on = models.DateField("forelagt den")
    presented_at = models.DateTimeField("registreret", default=timezone.now)
    presented_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="registreret af"
    )

    class Meta:
        verbose_name = "forelagt redegørelse"
        verbose_name_plural = "forelagte redegørelser"
        ordering = ["account", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "number"], name="an_account_is_presented_once_with_each_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account}, nr. {self.number}"


class PresentedAccountFile(AppendOnly):
    """Its PDF."""

    presented = models.OneToOneField(
        PresentedAccount, models.PROTECT, related_name="file", verbose_name="forelagt redegørelse"
    )
    content = models.BinaryField("PDF")

    class Meta:
        verbose_name = "PDF af en forelagt redegørelse"
        verbose_name_plural = "PDF'er af forelagte redegørelser"

    def __str__(self) -> str:
        return f"PDF, {self.presented}"


class AccountTakenBack(AppendOnly):
    """Why what was presented does not stand any more."""

    presented = models.OneToOneField(
        PresentedAccount, models.PROTECT, related_name="taken_back", verbose_name="forelagt redegørelse"
    )
    reason = models.TextField("begrundelse")
    at = models.DateTimeField("taget tilbage", default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="af")

    class Meta:
        verbose_name = "redegørelse, der er taget tilbage"
        verbose_name_plural = "redegørelser, der er taget tilbage"
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="an_account_taken_back_has_a_reason"),
        ]

    def __str__(self) -> str:
        return self.reason
