"""PDFs that are refused, in words that say what to do."""

import io

import pikepdf
import pytest

from plans.importing.pdf import opening, read_pdf
from samarbejde.transitions import Refused
from tests.plans.importing.pdf.files import drawn, line, pdf_file, saved

PAGE = line("Hemmeligt", 72, 700)


def encrypted(**how) -> bytes:
    with pikepdf.open(io.BytesIO(drawn(PAGE))) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(owner="a", **how))


def test_one_that_needs_a_password():
    with pytest.raises(Refused, match="beskyttet med adgangskode. Fjern adgangskoden"):
        read_pdf(encrypted(user="b"))


def test_one_whose_owner_forbids_copying():
    with pytest.raises(Refused, match="beskyttet mod kopiering. Brug det dokument"):
        read_pdf(encrypted(user="", allow=pikepdf.Permissions(extract=False)))


def test_one_whose_owner_allows_copying_is_read():
    read = read_pdf(encrypted(user="", allow=pikepdf.Permissions(extract=True, print_highres=False)))
    assert [block.text for block in read.blocks] == ["Hemmeligt"]


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7", b"%PDF-1.7\n%%EOF", drawn(PAGE)[:200], b"\0" * 500, b"hej", saved(pikepdf.new())],
    ids=["empty", "head", "head and foot", "truncated", "zeros", "text", "no pages"],
)
def test_one_that_is_broken(content):
    with pytest.raises(Refused, match="beskadiget. Gem den igen"):
        read_pdf(content)


def test_one_of_too_many_pages(monkeypatch):
    monkeypatch.setattr(opening, "MOST_PAGES", 2)
    assert len(read_pdf(drawn(PAGE, PAGE)).blocks) == 2
    with pytest.raises(Refused, match="for lang til at være én samarbejdsplan"):
        read_pdf(drawn(PAGE, PAGE, PAGE))


def test_one_of_too_many_letters(monkeypatch):
    monkeypatch.setattr(opening, "MOST_LETTERS", 20)
    assert read_pdf(drawn(PAGE)).blocks
    with pytest.raises(Refused, match="for lang til at være én samarbejdsplan"):
        read_pdf(drawn(PAGE, PAGE, PAGE))


@pytest.mark.parametrize("tagged", [True, False])
def test_one_without_text_has_no_blocks(tagged):
    content = pdf_file('<div style="background: navy; width: 9cm; height: 9cm"></div>', tagged=tagged)
    read = read_pdf(content)
    assert (read.blocks, read.missing, read.by_letters) == ((), {}, True)
