import re
from collections.abc import Iterator

from plans.consistency.check import TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.findings import Finding

_TYPED = re.compile(r"(?:https?://|www\.)[^\s,;)»”\"]+|\b[\w-]+\.dk(?:/[^\s,;)»”\"]*)?(?![\w@])")
_SIGNS = ("://", "www.", ".dk")
_WEBSITE = re.compile(r"\b(?:hjemmeside|website|internetside)\w*\b", re.IGNORECASE)
_HERE = re.compile(
    r"\b(?:(?:læs|se|find)\s(?:også\s|meget\s)?mere\s(?:her|på\slinket)|klik\s(?:her|på\slinket)|følg\slinket)\b",
    re.IGNORECASE,
)
_E_MAIL = re.compile(r"\S+@\S+")


class TypedLinks(TextCheck):
    """An address that is typed and no link; a website, or »læs mere her«, that leads nowhere."""

    code = "typed-links"
    title = "Links"

    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]:
        for block in text.blocks:
            for typed in _typed_in(block.unlinked):
                address = typed.rstrip(".")
                yield self.finding(
                    f"Adressen »{address}« i »{text.place.title}« er ikke et link. Gør den til et.",
                    text.place,
                    address,
                )
            said = _WEBSITE.search(block.unlinked)
            if said and not block.links and not _TYPED.search(block.unlinked):
                yield self.finding(
                    f"»{text.place.title}« henviser til en hjemmeside uden at linke til den.",
                    text.place,
                    said[0],
                )
            if (here := _HERE.search(block.unlinked)) and not block.links:
                yield self.finding(
                    f"»{text.place.title}« siger »{here[0]}«, og der er intet link. Sæt det ind.",
                    text.place,
                    here[0],
                )


def _typed_in(words: str) -> dict[str, None]:
    """Each once. Most blocks have none, and are asked no more than that."""
    if not any(sign in words for sign in _SIGNS):
        return {}
    return dict.fromkeys(_TYPED.findall(_E_MAIL.sub(" ", words)))
