"""What plan text may hold: the editor offers it, `clean` keeps it, web and PDF can show it.

Headings are not part of the text: they are sections of their own, so that numbers and
contents can be computed. Pictures lie beside it: the text names each, and says what it shows.
"""

import re
from html import unescape

import nh3
from django.utils.html import escape
from django_prose_editor.config import allowlist_from_extensions, expand_extensions

from samarbejde.danish import number_text
from samarbejde.text.characters import complaint, composed, printable
from samarbejde.text.rich_text_notes import parted
from samarbejde.text.rich_text_pictures import in_words, pictures
from samarbejde.text.rich_text_reading import read
from samarbejde.transitions import Refused

LARGEST = 200_000  # characters of HTML in one section: about sixty printed pages

NUMBERS = [
    {"type": "decimal", "label": "1, 2, 3"},
    {"type": "lower-alpha", "label": "a, b, c"},
    {"type": "upper-alpha", "label": "A, B, C"},
    {"type": "lower-roman", "label": "i, ii, iii"},
    {"type": "upper-roman", "label": "I, II, III"},
]
EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Superscript": True,
    "Subscript": True,
    "BulletList": True,
    "OrderedList": {"listTypes": NUMBERS},
    "ListItem": True,
    "HardBreak": True,
    "Blockquote": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "Footnote": True,
    "PlanPicture": True,
    "NoSpellCheck": False,
    "TidyPaste": True,
    "RegisterField": True,
}

_allowed = allowlist_from_extensions(expand_extensions(EXTENSIONS))
_allowed["attributes"] = _allowed["attributes"] | {"a": {"href", "title"}, "ol": {"start", "type"}}
_gate = nh3.Cleaner(**(_allowed | {"link_rel": None, "strip_comments": True}))

_TAG = re.compile(r"<[^<>]*>")
_BLOCK_END = re.compile(
    r"</(?:p|li|tr|td|th|blockquote|ul|ol|table)>|<br\s*/?>|<(?:ul|ol|table|p)\b[^<>]*>", re.IGNORECASE
)


def clean(html: str) -> str:
    """The text with nothing but what the editor offers; "" when no words are left.

    Raises `Refused` when the text is larger or deeper than a section can be, or cannot be printed.
    """
    _refuse_large(html)
    if not html or not html.strip():
        return ""
    # `read` writes only what the editor offers; the gate holds even if it should fail.
    text = _gate.clean(read(html).html())
    _refuse_large(text)
    words = plain_text(text)
    if reason := complaint(words):
        raise Refused(reason)
    return text if words or pictures(text) else ""


def from_plain(text: str) -> str:
    """Paragraphs of HTML from text with blank lines between paragraphs."""
    blocks = re.split(r"\n\s*\n", printable(text.replace("\r\n", "\n")).strip())
    return "".join(
        f"<p>{'<br>'.join(escape(block.strip()).split(chr(10)))}</p>" for block in blocks if block.strip()
    )


def plain_text(html: str) -> str:
    """The words alone, a line a block, pictures by what they show; the words of the footnotes come last."""
    html, notes = parted(in_words(html))
    html += "".join(f"<p>{note}</p>" for note in notes)
    lines = composed(unescape(_TAG.sub("", _BLOCK_END.sub("\n", html)))).replace("\xa0", " ").splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


def line(text: str) -> str:
    """One line of plain text: no control characters, single spaces. For headings and titles."""
    return re.sub(r"\s+", " ", printable(text)).strip()


def _refuse_large(html: str) -> None:
    if len(html) > LARGEST:
        raise Refused(
            f"Teksten fylder {number_text(len(html))} tegn, og et afsnit kan højst rumme "
            f"{number_text(LARGEST)}. Del den i flere afsnit."
        )
