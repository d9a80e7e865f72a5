"""What is written once and never changed, and the chain that every such row is linked into."""

from django.db import models


class AppendOnly(models.Model):
    """A table whose rows are added and never changed, by anybody.

    Triggers hold it for the owner of the database too (`protection.append_only` in a migration), and
    the portal's role may only read and add (`grants`). Each row is linked into the chain when its
    transaction is committed, over all its columns that hold something. So a column that is added later is
    empty in the rows that stand, and none is ever renamed or dropped in the database.
    """

    class Meta:
        abstract = True


class Link(AppendOnly):
    """One row's place in the chain. Written by the database itself at commit, never by the portal."""

    position = models.BigIntegerField(primary_key=True)
    table = models.CharField(max_length=63)
    row = models.BigIntegerField()
    digest = models.CharField(max_length=64)  # of the row
    previous = models.CharField(max_length=64)  # the hash before it; "" for the first
    hash = models.CharField(max_length=64)  # of the four above and the hash before

    class Meta:
        verbose_name = "led"
        verbose_name_plural = "led"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["table", "row"], name="a_row_is_linked_once"),
            models.UniqueConstraint(fields=["previous"], name="the_chain_never_forks"),
            models.CheckConstraint(condition=models.Q(position__gte=1), name="links_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.position} {self.hash}"
