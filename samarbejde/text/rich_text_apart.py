"""What stands in a text with words of its own, apart from the sentences: footnotes and pictures."""

from collections.abc import Mapping
from dataclasses import replace

from samarbejde.danish import number_text
from samarbejde.text.rich_text_blocks import THING, Figure, Marks, Note, Paragraph
from samarbejde.text.rich_text_notes import LONGEST as LONGEST_NOTE
from samarbejde.text.rich_text_pictures import LONGEST_WORDS, Picture
from samarbejde.transitions import Refused

NO_ALT = "Et billede mangler ord om, hvad det viser. Skriv dem, eller sig, at billedet kun er pynt."


def note(words: Paragraph, around: Marks) -> Note | None:
    """None where it says nothing."""
    if not words.has_words():
        return None
    _refuse_longer("En fodnote", words.length(), LONGEST_NOTE)
    return Note(THING, replace(around, href="", title="", raised=""), words)


def named_picture(attributes: Mapping[str, str]) -> Picture | None:
    picture = Picture.read(attributes)
    if picture and "data-alt" not in attributes:
        raise Refused(NO_ALT)
    return picture


def figure(picture: Picture, words: Paragraph) -> Figure:
    _refuse_longer("En billedtekst", words.length(), LONGEST_WORDS)
    _refuse_longer("Det, der siges om et billede,", len(picture.alt), LONGEST_WORDS)
    if words.has_words() and not picture.alt:
        raise Refused(NO_ALT)
    return Figure(picture, words)


def _refuse_longer(what: str, length: int, longest: int) -> None:
    if length > longest:
        raise Refused(f"{what} kan højst have {number_text(longest)} tegn. Skriv kortere.")
