from collections.abc import Iterator, Mapping

from plans.consistency.check import ObstacleCheck
from plans.document.obstacles import Told, inner_links


class InnerLinks(ObstacleCheck):
    """Links that lead a reader nowhere."""

    code = "inner-links"
    title = "Links"

    def obstacle(self, section: Mapping[str, object]) -> Iterator[Told]:
        return inner_links(section)
