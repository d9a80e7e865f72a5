"""How a district words a kind of letter."""

from django.db import models
from django.db.models import Q

from councils.register.models import PoliceDistrict
from samarbejde.histories import History
from samarbejde.outbox.letters import LONGEST_SUBJECT


class LetterWording(models.Model):
    """The district's own words for one kind of letter; with none, the portal's stand.

    The row stays when the portal's words are taken up again, so that its versions go on being counted.
    """

    district = models.ForeignKey(
        PoliceDistrict, models.PROTECT, related_name="letter_wordings", verbose_name="politikreds"
    )
    kind = models.SlugField("slags brev", max_length=60)
    subject = models.CharField("emne", max_length=LONGEST_SUBJECT, blank=True)
    text = models.TextField("tekst", blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()

    class Meta:
        verbose_name = "tekst til et brev"
        verbose_name_plural = "tekster til breve"
        ordering = ["district", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["district", "kind"], name="one_wording_per_district_and_kind_of_letter"
            ),
            models.CheckConstraint(
                condition=Q(subject="", text="") | (~Q(subject="") & ~Q(text="")),
                name="a_worded_letter_has_subject_and_text",
            ),
        ]

    def __str__(self) -> str:
        return f"Brevet »{self.kind}« i {self.district}"

    @property
    def is_own(self) -> bool:
        return bool(self.text)
