"""One plan, prepared once for all checks: read only, and split no more than they ask for."""

import re
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from plans.consistency.facts import Facts, Topic
from plans.consistency.findings import Link, Place
from plans.consistency.prose import Block, blocks

_SMALL = re.compile(r"(?<!\w)[a-zæøå][a-zæøåé-]+(?!\w)")


@dataclass(frozen=True)
class Text:
    """A section, or the text of a local topic, which has none."""

    place: Place
    heading: str
    body: str = ""
    closing: str = ""
    kind: str = ""  # as `SectionKind`; "" for a topic
    data_kind: str = ""
    number: str = ""
    depth: int = 0

    @cached_property
    def blocks(self) -> list[Block]:
        return blocks(self.body) + blocks(self.closing)

    @cached_property
    def sentences(self) -> list[str]:
        return [sentence for block in self.blocks for sentence in block.sentences]

    @cached_property
    def words(self) -> str:
        """All of it without markup, the heading first."""
        return "\n".join([self.heading, *(block.text for block in self.blocks)])

    @property
    def wording(self) -> dict[str, str]:
        """As a part of a snapshot."""
        return {"heading": self.heading, "body": self.body, "closing": self.closing}

    @property
    def is_topic(self) -> bool:
        return not self.kind


@dataclass(frozen=True)
class CheckedPlan:
    sections: tuple[Text, ...]  # in reading order
    facts: Facts

    @property
    def year(self) -> int:
        return self.facts.year

    @cached_property
    def digest(self) -> bytes:
        """Of all that there is to read: another word, fact or reason in it makes another one."""
        return sha256(repr(self).encode()).digest()

    @cached_property
    def topics(self) -> tuple[Text, ...]:
        """The topics that no section stands for."""
        return tuple(_text_of(topic) for topic in self.facts.topics if not topic.section)

    @property
    def texts(self) -> tuple[Text, ...]:
        return self.sections + self.topics

    def link(self, action: str, page: str, *args: int) -> Link:
        return Link(action, page, (self.facts.plan, *args))

    @cached_property
    def in_appendices(self) -> frozenset[str]:
        """The lineages of appendices and all below them."""
        found, inside = set(), -1
        for text in self.sections:
            if inside < 0 or text.depth <= inside:
                inside = text.depth if text.kind == "appendix" else -1
            if inside >= 0:
                found.add(text.place.lineage)
        return frozenset(found)

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """Every word that the plan writes in small letters somewhere."""
        return frozenset(word for text in self.texts for word in _SMALL.findall(text.words))


def _text_of(topic: Topic) -> Text:
    place = Place(title=topic.title, lineage=topic.lineage, council=topic.council)
    return Text(place, topic.title, topic.description)
