"""What a check has to say."""

from typing import NamedTuple


class Finding(NamedTuple):
    """A rule that a file breaks."""

    rule: str  # a standard of ISO and its clause: "14289-1, 7.18.5"
    text: str  # Danish
    page: int | None = None  # counted from 1, where it is one page's

    def __str__(self) -> str:
        return f"{self.rule}, side {self.page}: {self.text}" if self.page else self.anywhere

    @property
    def anywhere(self) -> str:
        """Without the page: the same text may stand on another one in another print."""
        return f"{self.rule}: {self.text}"

    def as_json(self) -> dict[str, str | int | None]:
        return {"rule": f"ISO {self.rule}", "page": self.page, "text": self.text}
