"""The laws that a district's plans quote."""

from django.db import models
from django.db.models import Q

from councils.register.districts import PoliceDistrict
from samarbejde.histories import History


class LawQuote(models.Model):
    """A paragraph as a plan quotes it; without its wording it is a name to look up."""

    district = models.ForeignKey(
        PoliceDistrict, models.PROTECT, related_name="laws", verbose_name="politikreds"
    )
    law = models.CharField("lov", max_length=150, help_text="Som »retsplejeloven«")
    paragraph = models.CharField("paragraf", max_length=60, blank=True, help_text="Som »§ 113, stk. 1«")
    wording = models.TextField("ordlyd", blank=True)
    link = models.URLField("link", blank=True)
    checked_on = models.DateField("kontrolleret den", null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()

    class Meta:
        verbose_name = "lovtekst"
        verbose_name_plural = "lovtekster"
        ordering = ["law", "paragraph"]
        constraints = [
            models.UniqueConstraint(
                fields=["district", "law", "paragraph"], name="a_paragraph_is_quoted_once_in_a_district"
            ),
            models.CheckConstraint(condition=~Q(law=""), name="a_quotation_names_its_law"),
        ]

    def __str__(self) -> str:
        return f"{self.law} {self.paragraph}".strip()
