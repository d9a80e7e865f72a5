from collections.abc import Iterator, Mapping

from plans.consistency.check import ObstacleCheck
from plans.document.obstacles import Told, personal_numbers_in


class PersonalNumbers(ObstacleCheck):
    """What looks like a CPR number. The number itself is quoted nowhere."""

    code = "personal-numbers"
    title = "CPR-numre"

    def obstacle(self, section: Mapping[str, object]) -> Iterator[Told]:
        return personal_numbers_in(section)
