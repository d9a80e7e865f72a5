from collections.abc import Iterator

from plans.consistency.check import TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.findings import Finding

_SAY_NOTHING = frozenset(
    {
        "",
        "her",
        "læs mere",
        "læs mere her",
        "klik her",
        "se her",
        "mere her",
        "se mere",
        "se mere her",
        "link",
        "dette link",
        "tryk her",
    }
)


class LinkWords(TextCheck):
    """A link whose words do not say where it leads: screen readers read links alone."""

    code = "link-words"
    title = "Links"

    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]:
        for block in text.blocks:
            for link in block.links:
                if link.words.casefold().strip(" .:→»>") in _SAY_NOTHING:
                    yield self.finding(
                        f"Linket »{link.words}« i »{text.place.title}« siger ikke, hvor det fører hen. "
                        "Skriv sidens navn i stedet.",
                        text.place,
                        link.address,
                    )
