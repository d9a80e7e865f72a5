"""A draft that went out as Word and came back: the file, and what was found in it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from councils.models import Council, Municipality
from plans.approval.models import Consultation
from plans.comments.models import Comment
from plans.consultation.bodies import Body
from plans.consultation.models import ConsultationReply
from plans.partners.models import Partner
from plans.suggestions.models import Suggestion


class ReturnedDraft(models.Model):
    """One body's. It is looked at before it is sent as a part of the body's reply."""

    consultation = models.ForeignKey(
        Consultation, models.PROTECT, related_name="returned_drafts", verbose_name="høring"
    )
    council = models.ForeignKey(
        Council, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="råd"
    )
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="kommune"
    )
    partner = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="partner"
    )
    name = models.CharField("filnavn", max_length=200)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="hentet ind af"
    )
    uploaded_at = models.DateTimeField("hentet ind", default=timezone.now)
    reply = models.ForeignKey(
        ConsultationReply,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="returned_drafts",
        verbose_name="høringssvar",
    )
    sent_at = models.DateTimeField("sendt", null=True, blank=True)

    class Meta:
        verbose_name = "rettet udkast"
        verbose_name_plural = "rettede udkast"
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(council__isnull=False, partner=None)
                | Q(council=None, municipality=None, partner__isnull=False),
                name="a_returned_draft_is_a_councils_or_a_partners",
            ),
            models.CheckConstraint(
                condition=Q(reply=None, sent_at=None) | Q(reply__isnull=False, sent_at__isnull=False),
                name="a_returned_draft_that_is_sent_is_in_a_reply",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def body(self) -> Body:
        return Body(self.council, self.municipality, self.partner)


class ReturnedFile(models.Model):
    """As it came; apart from the rest, so that nobody reads it who lists drafts."""

    draft = models.OneToOneField(
        ReturnedDraft, models.CASCADE, related_name="file", verbose_name="rettet udkast"
    )
    content = models.BinaryField("indhold")

    class Meta:
        verbose_name = "fil med et rettet udkast"
        verbose_name_plural = "filer med rettede udkast"

    def __str__(self) -> str:
        return str(self.draft)


class ReturnedRemark(models.Model):
    """What the file says at one place: a section as its author would have it, a comment, or words that have
    no place in the text. It becomes a suggestion or a comment when the draft is sent.
    """

    draft = models.ForeignKey(
        ReturnedDraft, models.CASCADE, related_name="remarks", verbose_name="rettet udkast"
    )
    number = models.PositiveIntegerField("nummer")
    author = models.CharField("navn i filen", max_length=200)
    place = models.CharField("sted i filen", max_length=50)
    lineage = models.UUIDField("afsnittets slægt", null=True, blank=True)
    section_title = models.CharField("afsnit, som det hed", max_length=300, blank=True)
    base_version = models.PositiveIntegerField("skrevet over version", null=True, blank=True)
    heading = models.CharField("overskrift", max_length=300, blank=True)
    body = models.TextField("tekst", blank=True)
    closing = models.TextField("tekst efter oplysningerne", blank=True)
    said = models.TextField("i ord", blank=True)
    exact = models.TextField("citat", blank=True)
    before = models.TextField("ordene før", blank=True)
    suggestion = models.ForeignKey(
        Suggestion, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="ændringsforslag"
    )
    comment = models.ForeignKey(
        Comment, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="kommentar"
    )

    class Meta:
        verbose_name = "bemærkning i et rettet udkast"
        verbose_name_plural = "bemærkninger i rettede udkast"
        ordering = ["draft", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "number"], name="remarks_of_a_returned_draft_are_numbered"
            ),
            models.CheckConstraint(
                condition=Q(base_version__isnull=False, said="", lineage__isnull=False)
                | (Q(base_version=None) & ~Q(said="")),
                name="a_remark_in_a_returned_draft_changes_or_says_something",
            ),
            models.CheckConstraint(
                condition=Q(suggestion=None) | Q(base_version__isnull=False, comment=None),
                name="what_changes_a_section_becomes_a_suggestion",
            ),
        ]

    def __str__(self) -> str:
        return self.said or f"ændring af »{self.section_title}«"

    @property
    def is_change(self) -> bool:
        return self.base_version is not None
