"""What a check is. One file in `checks/` holds one, and finding that file is all it takes to run it."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.findings import WHOLE_PLAN, Finding, Level, Link, ListWord, Place, Replacement
from plans.document.obstacles import Told


class Check(ABC):
    """Looks at the plan as a whole."""

    code: ClassVar[str]
    title: ClassVar[str]  # of its kind, on the pages: »Årstal«
    level: ClassVar[Level] = Level.ADVISORY

    @abstractmethod
    def find(self, plan: CheckedPlan) -> Iterator[Finding]: ...

    def finding(
        self,
        message: str,
        place: Place = WHOLE_PLAN,
        quotation: str = "",
        mend: Link | Replacement | None = None,
        also: Iterable[Place] = (),
        known: ListWord | None = None,
    ) -> Finding:
        return Finding(self.code, self.level, message, quotation, place, mend, tuple(also), known)


class TextCheck(Check):
    """Looks at one text at a time, so that a section alone can be asked while it is written."""

    @abstractmethod
    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]: ...

    def find(self, plan: CheckedPlan) -> Iterator[Finding]:
        for text in plan.texts:
            yield from self.find_in(text, plan)


class ObstacleCheck(TextCheck):
    """Tells early of what will stop the plan from being published."""

    level = Level.BLOCKING

    @abstractmethod
    def obstacle(self, section: Mapping[str, object]) -> Iterator[Told]: ...

    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]:
        for told in self.obstacle(text.wording):
            yield self.finding(told.text, text.place, told.quotation)
