"""The names of districts and kommuner, found in running text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Places:
    """The register's names: "Midt- og Vestjyllands Politi", "Ringkøbing-Skjern"."""

    districts: Sequence[str]
    municipalities: Sequence[str]

    @cached_property
    def municipality_pattern(self) -> str:
        """Finds a kommune's name, longest first; a group named `municipality`."""
        names = sorted(self.municipalities, key=len, reverse=True)
        return rf"\b(?P<municipality>{'|'.join(map(re.escape, names))})"

    @cached_property
    def _line(self) -> re.Pattern[str]:
        return re.compile(rf"{self.municipality_pattern}s?(?:\s+kommune)?[:.]?", re.IGNORECASE)

    @cached_property
    def _mention(self) -> re.Pattern[str]:
        return re.compile(rf"{self.municipality_pattern}s?\b")

    def municipality_named(self, line: str) -> str | None:
        """The kommune, when the line is its name and nothing more ("Morsø Kommune")."""
        match = self._line.fullmatch(line.strip())
        return self._as_registered(match["municipality"]) if match else None

    def municipality_in(self, text: str) -> str | None:
        """The first kommune mentioned."""
        match = self._mention.search(text)
        return match["municipality"] if match else None

    def district_in_title(self, title: str) -> str | None:
        found = [name for name in self.districts if re.search(_loosely(name), title, re.IGNORECASE)]
        return max(found, key=len, default=None)

    def district_most_named(self, text: str) -> str | None:
        """The district whose police the text speaks of most."""
        counts = {
            name: len(re.findall(rf"{_loosely(name)}\s+politi", text, re.IGNORECASE))
            for name in self.districts
        }
        name = max(counts, key=lambda name: counts[name], default="")
        return name if counts.get(name) else None

    def _as_registered(self, name: str) -> str:
        return next(known for known in self.municipalities if known.casefold() == name.casefold())


def _loosely(district: str) -> str:
    """The district's name without "Politi" as people write it: "Midt-og Vestjylland", "Midt- Vestjylland"."""
    name = re.sub(r"s?\s+politi$", "", district, flags=re.IGNORECASE)
    parts = [re.escape(part) for part in re.split(r"-?\s*\bog\s+|-\s+", name)]
    return r"\b" + r"s?-?\s*(?:og\s+)?".join(parts) + r"s?\b"
