from dataclasses import dataclass
from datetime import date

from samarbejde.deadlines import is_over


@dataclass(frozen=True)
class Task:
    """One thing that waits, as `components/waiting.html` shows it."""

    title: str
    action: str = ""  # the verb on its button, if there is one to press
    url: str = ""
    text: str = ""
    due: date | None = None

    @property
    def is_late(self) -> bool:
        return self.due is not None and is_over(self.due)
