"""The names of districts and kommuner, found in running text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from plans.importing.likeness import alike

NEAR, NEARLY_THE_SAME = 0.7, 0.83  # how alike a misspelt name is, with and without »Kommune«
_KOMMUNE = re.compile(
    r"(?P<before>lokalråd(?:et)?\s+i\s+)?(?P<name>[A-ZÆØÅ][\w -]{2,30}?)s?(?P<after>\s+kommune)?[:.]?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Places:
    """The register's names: "Midt- og Vestjyllands Politi", "Ringkøbing-Skjern"."""

    districts: Sequence[str]
    municipalities: Sequence[str]

    @cached_property
    def municipality_pattern(self) -> str:
        """Finds a kommune's name however it is spelt, longest first; a group named `municipality`."""
        names = sorted(self.municipalities, key=len, reverse=True)
        return rf"\b(?P<municipality>{'|'.join(map(_spellings, names))})"

    @cached_property
    def _line(self) -> re.Pattern[str]:
        name = self.municipality_pattern
        line = rf"(?:lokalråd(?:et)?\s+i\s+)?{name}s?(?:\s+(?:regions)?kommune)?[:.]?"
        return re.compile(line, re.IGNORECASE)

    @cached_property
    def _mention(self) -> re.Pattern[str]:
        return re.compile(rf"{self.municipality_pattern}s?\b")

    def municipality_named(self, line: str) -> str | None:
        """The kommune, when the line is its name and nothing more: "Morsø Kommune", "Lokalrådet i Morsø"."""
        match = self._line.fullmatch(line.strip())
        return self.registered(match["municipality"]) if match else None

    def municipality_in(self, text: str) -> str | None:
        """The first kommune mentioned."""
        match = self._mention.search(text)
        return self.registered(match["municipality"]) if match else None

    def municipality_meant(self, line: str) -> str | None:
        """The kommune whose name a line nearly is: "Lemvik Kommune" is no kommune."""
        match = _KOMMUNE.fullmatch(line.strip())
        if match is None or self.municipality_named(line):
            return None
        near = {name: alike(match["name"], name) for name in self.municipalities}
        best = max(near, key=lambda name: near[name], default="")
        is_called_one = match["before"] or match["after"]
        return best if near.get(best, 0) >= (NEAR if is_called_one else NEARLY_THE_SAME) else None

    def registered(self, name: str) -> str:
        """As the register spells it."""
        return self._by_key[_key(name)]

    @cached_property
    def _by_key(self) -> dict[str, str]:
        return {_key(name): name for name in self.municipalities}

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


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold().replace("aa", "å"))


def _spellings(name: str) -> str:
    """ "Ringkøbing Skjern", "Århus": with or without the hyphen, and with Å or Aa."""
    parts = (part.replace("Aa", "(?:Aa|Å)").replace("aa", "(?:aa|å)") for part in name.split("-"))
    return r"(?:\s*[-–]\s*|\s+)".join(parts)


def _loosely(district: str) -> str:
    """The district's name without "Politi" as people write it: "Midt-og Vestjylland", "Midt- Vestjylland"."""
    name = re.sub(r"s?\s+politi$", "", district, flags=re.IGNORECASE)
    parts = [re.escape(part) for part in re.split(r"-?\s*\bog\s+|-\s+", name)]
    return r"\b" + r"s?-?\s*(?:og\s+)?".join(parts) + r"s?\b"
