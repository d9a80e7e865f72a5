from collections.abc import Iterator, Mapping

from plans.consistency.check import ObstacleCheck
from plans.document.obstacles import Told, unfilled_fields


class UnfilledFields(ObstacleCheck):
    """Placeholders like {{borgmester}} that nobody filled in."""

    code = "unfilled-fields"
    title = "Felter"

    def obstacle(self, section: Mapping[str, object]) -> Iterator[Told]:
        return unfilled_fields(section)
