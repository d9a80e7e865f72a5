"""Small Word documents, and what is read from them."""

import io
import zipfile
from collections import Counter

from plans.importing.blocks import Block, LeftOut, ReadFile, Words
from plans.importing.word import read_word
from tests.plans.importing.test_files import CONTENT_TYPES, RELATIONSHIPS

_OFFICE = "http://schemas.openxmlformats.org"
SPACES = " ".join(
    f'xmlns:{short}="{space}"'
    for short, space in {
        "w": f"{_OFFICE}/wordprocessingml/2006/main",
        "r": f"{_OFFICE}/officeDocument/2006/relationships",
        "m": f"{_OFFICE}/officeDocument/2006/math",
        "mc": f"{_OFFICE}/markup-compatibility/2006",
        "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
        "pic": f"{_OFFICE}/drawingml/2006/picture",
        "c": f"{_OFFICE}/drawingml/2006/chart",
        "v": "urn:schemas-microsoft-com:vml",
        "symex": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    }.items()
)
HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="Overskrift{n}"><w:name w:val="heading {n}"/></w:style>'
    for n in (1, 2, 3)
)
Parts = dict[str, bytes | str]


def r(text: str, look: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inner: str = "", look: str = "") -> str:
    """A paragraph, of runs or of words alone."""
    return f"<w:p><w:pPr>{look}</w:pPr>{inner if inner.startswith('<') or not inner else r(inner)}</w:p>"


def styled(text: str, style: str) -> str:
    return p(text, f'<w:pStyle w:val="{style}"/>')


def cell(text: str, look: str = "") -> str:
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{p(text)}</w:tc>"


def row(*cells: str, look: str = "") -> str:
    return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def root(tag: str, inner: str) -> str:
    return f'<?xml version="1.0"?><w:{tag} {SPACES}>{inner}</w:{tag}>'


def relations(**targets: str) -> str:
    """Identity → an address elsewhere, or "kind::name" of a part."""
    said = ""
    for identity, target in targets.items():
        kind, _, part = target.rpartition("::")
        outside = "" if part.endswith(".xml") else ' TargetMode="External"'
        kind = f"{_OFFICE}/officeDocument/2006/relationships/{kind or 'hyperlink'}"
        said += f'<Relationship Id="{identity}" Type="{kind}" Target="{part}"{outside}/>'
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<?xml version="1.0"?><Relationships xmlns="{space}">{said}</Relationships>'


def word(body: str, parts: Parts | None = None, *, styles: str = HEADINGS, numbering: str = "") -> bytes:
    every: Parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONSHIPS,
        "word/document.xml": root("document", f"<w:body>{body}</w:body>"),
        "word/styles.xml": root("styles", styles),
        "word/numbering.xml": root("numbering", numbering),
    }
    return packed(every | (parts or {}))


def packed(parts: Parts) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def read(body: str, parts: Parts | None = None, *, styles: str = HEADINGS, numbering: str = "") -> ReadFile:
    """With every word in its place: nothing missing, nothing invented."""
    found = read_word(word(body, parts, styles=styles, numbering=numbering))
    assert (found.missing, found.invented) == (Counter(), Counter())
    return found


def texts(found: ReadFile) -> list[str]:
    """Of the blocks of running text."""
    return [block.text for block in found.blocks if isinstance(block, Words)]


def left_out(found: ReadFile) -> list[tuple[str, str]]:
    return [(one.kind.name, one.text) for one in found.left_out]


def running(found: ReadFile) -> list[Block]:
    return [block for block in found.blocks if not isinstance(block, LeftOut)]
