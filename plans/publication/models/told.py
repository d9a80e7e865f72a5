from collections.abc import Iterable
from dataclasses import asdict

from django.db import models

from plans.document.obstacles import Obstacle


class TellsObstacles(models.Model):
    """A print of a plan's text, and what stood in its way."""

    obstacles = models.JSONField("hvad der står i vejen", default=list, blank=True)

    class Meta:
        abstract = True

    def tell(self, found: Iterable[Obstacle]) -> None:
        self.obstacles = [asdict(obstacle) for obstacle in found]

    def told(self) -> list[Obstacle]:
        return [Obstacle(**row) for row in self.obstacles]
