"""Who hands in a lokalråd's proposals besides those who lead it."""

from django.conf import settings
from django.db import models

from councils.models import Council
from plans.proposals.models.rounds import ProposalRound
from samarbejde.histories import History


class ProposalSender(models.Model):
    """One of a lokalråd's members whom its chair lets hand in proposals in this round."""

    round = models.ForeignKey(ProposalRound, models.CASCADE, related_name="senders", verbose_name="runde")
    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="lokalråd")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="indsender"
    )

    history = History()

    class Meta:
        verbose_name = "indsender af forslag"
        verbose_name_plural = "indsendere af forslag"
        ordering = ["round", "council", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "council", "user"], name="a_sender_is_named_once_in_a_round"
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)
