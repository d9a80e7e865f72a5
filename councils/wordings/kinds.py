"""The kinds of letters that a district may word. A room declares its own beside the function that writes it.

CARRIED = Kind(
    "forslag-flyttet-med", CALL, "Et forslag er flyttet med fra sidste år",
    subject="Jeres forslag er med i runden til {plan}",
    text=("{forslag} er flyttet med.", "Se forslaget her:\\n{link}"),
    fields=PROPOSAL | {"plan": "Samarbejdsplan 2027"},
    needed=("link",),
)
worded = CARRIED.worded(proposal.council.district_id)
worded.to(person, {"plan": …, "forslag": …, "link": …})
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from councils.wordings.fields import filled, paragraphs
from councils.wordings.models import LetterWording
from samarbejde.outbox import letters
from samarbejde.outbox.letters import Letter, Recipient

if TYPE_CHECKING:
    from samarbejde.accounts.models import PersonalLink

READER = "modtager"  # a field of every letter

CALL = "Forslagsrunden"
RECEIVED = "Når et lokalråd skriver til jer"
DECIDED = "Svar til lokalrådene"
HEARD = "Høring og forslag til teksten"
SIGNED = "Underskrift og offentliggørelse"
MEETINGS = "Møder"
FOLLOWED = "Opgaver og handleplaner"
POSTS = "Poster og adgang"
GROUPS = (CALL, RECEIVED, DECIDED, HEARD, SIGNED, MEETINGS, FOLLOWED, POSTS)  # in the order of the year


class Readers(StrEnum):
    """Who gets it, as the secretariat reads it: »Brevet går til …«."""

    CHAIRS = "lokalrådets formand"
    SECRETARIAT = "sekretariatet"
    MEMBERS = "rådets medlemmer"
    CALLERS = "dem, der indkalder rådet"
    GUESTS = "mødets gæster"
    MEMBERS_AND_GUESTS = "rådets medlemmer og mødets gæster"
    DEPUTIES = "den stedfortræder, det handler om"
    HEARD = "dem, der høres"
    SIGNERS = "dem, der underskriver"
    MANAGERS = "dem, der har planen i hånden"
    ANSWERING = "dem, der skal svare på opgaven"
    COUNCILS = "dem i rådene, planen angår"
    PARTNERS = "partnere uden for rådene"
    WHOM_IT_CONCERNS = "den, det handler om"


@dataclass(frozen=True)
class Kind:
    """`text` is its paragraphs, `fields` gives each field an example; those in `needed` stay in the text."""

    key: str
    group: str
    title: str
    subject: str
    text: tuple[str, ...]
    fields: Mapping[str, str]
    needed: tuple[str, ...] = ("link",)
    to: Readers = Readers.CHAIRS
    is_news: bool = False  # nobody waits for the reader

    def __post_init__(self) -> None:
        KINDS[self.key] = self

    @property
    def standard(self) -> str:
        return "\n\n".join(self.text)

    @property
    def field_names(self) -> tuple[str, ...]:
        return (READER, *self.fields)

    @property
    def subject_fields(self) -> tuple[str, ...]:
        """What a subject has room for: no link, and nothing that is told at length."""
        return tuple(name for name in self.field_names if name not in self.needed)

    def worded(self, district_id: int) -> "Worded":
        """As the district says it, or in the portal's words."""
        own = LetterWording.objects.filter(district=district_id, kind=self.key).exclude(text="").first()
        return Worded(self, own.subject, own.text) if own else Worded(self, self.subject, self.standard)


# Filled by the rooms as they are loaded, and never again.
KINDS: dict[str, Kind] = {}


@dataclass(frozen=True)
class Worded:
    """A kind of letter in the words that stand in a district."""

    kind: Kind
    subject: str
    text: str

    def to(
        self, person: Recipient, values: Mapping[str, str], *, link: "PersonalLink | None" = None
    ) -> Letter:
        """One letter. `values` has every field that the kind declares, and no other.

        The address of a personal `link` is the value `outbox.models.LINK`.
        """
        assert values.keys() == self.kind.fields.keys(), values.keys() ^ self.kind.fields.keys()
        known = {READER: person.name, **values}
        words = paragraphs(self.text, known)
        return letters.letter(
            person, filled(self.subject, known), *words, link=link, is_news=self.kind.is_news
        )

    def to_each(self, people: Iterable[Recipient], values: Mapping[str, str]) -> list[Letter]:
        return [self.to(person, values) for person in people]
