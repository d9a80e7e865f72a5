"""Ways to break a PDF, one place at a time."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf

from plans.publication.pdf.checking import findings
from tests.plans.publication.pdf.reading import tags

Break = Callable[[Pdf], object]


def broken(data: bytes, damage: Break) -> list[str]:
    """What is found in a file after the damage, in words."""
    return said_of(damaged(data, damage))


def damaged(data: bytes, damage: Break) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        damage(pdf)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, fix_metadata_version=False)
    return out.getvalue()


def said_of(data: bytes) -> list[str]:
    return [str(finding) for finding in findings(data)]


def put(find: Callable[[Pdf], Object], key: str, value: Any) -> Break:
    return lambda pdf: find(pdf).__setitem__(f"/{key}", value)


def drop(find: Callable[[Pdf], Object], key: str) -> Break:
    return lambda pdf: find(pdf).__delitem__(f"/{key}")


def added(**keys: Any) -> Break:
    return lambda pdf: put(root, "X", pdf.make_indirect(Dictionary(**keys)))(pdf)


def added_stream(**keys: Any) -> Break:
    return lambda pdf: put(root, "X", pdf.make_stream(b"", **keys))(pdf)


def content(old: bytes, new: bytes) -> Break:
    """Of page 3, the foreword."""

    def damage(pdf: Pdf) -> None:
        before = pdf.pages[2].Contents.read_bytes()
        assert old in before
        pdf.pages[2].Contents = pdf.make_stream(before.replace(old, new, 1))

    return damage


def after_first_mark(operators: bytes) -> Break:
    return content(b"/MCID 0>>\nBDC", b"/MCID 0>>\nBDC\n" + operators)


def metadata(old: bytes, new: bytes) -> Break:
    def damage(pdf: Pdf) -> None:
        before = pdf.Root.Metadata.read_bytes()
        assert old in before
        pdf.Root.Metadata = pdf.make_stream(before.replace(old, new), Type=Name.Metadata, Subtype=Name.XML)

    return damage


def info(key: str, value: str) -> Break:
    return lambda pdf: pdf.docinfo.__setitem__(f"/{key}", value)


def first(kind: str) -> Callable[[Pdf], Object]:
    return lambda pdf: tags(pdf, kind)[0]


def root(pdf: Pdf) -> Object:
    return pdf.Root


def link(pdf: Pdf) -> Object:
    return pdf.pages[1].Annots[0]


def font(pdf: Pdf) -> Object:
    return next(iter(pdf.pages[2].Resources.Font.values()))


def inner_font(pdf: Pdf) -> Object:
    return font(pdf).DescendantFonts[0]
