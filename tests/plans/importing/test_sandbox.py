"""Documents of every kind are read in a process apart: damage, weight and faults end in a sentence."""

import io
import pickle
import random
import re
import zipfile
from collections.abc import Iterator

import pytest

from plans.importing import sandbox
from plans.importing.blocks.stored import restored, stored
from plans.importing.files import read_file
from plans.importing.findings.places import Places
from plans.importing.findings.plan import ReadPlan
from plans.importing.findings.reading import read_plan
from plans.importing.sandbox import find_apart
from samarbejde.files import apart
from samarbejde.transitions import Refused
from tests.plans.importing.test_files import paragraph, pdf_file, word_file


def read_apart(name: str, content: bytes, places: Places) -> ReadPlan:
    return find_apart(sandbox.read_apart(name, content), places, {})


HEAD = "# Samarbejdsplan 2024\n\n## 1. Møder\n\n"
BODY = (
    paragraph("Samarbejdsplan 2024", "Titel")
    + paragraph("Møder", "Overskrift1")
    + paragraph("Vi mødes ofte.")
)
MEMBERS = ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"]


@pytest.fixture(autouse=True)
def each_file_is_read_once() -> None:
    """Not here, where the process itself is tried."""


def test_the_plan_that_comes_back_is_the_plan_that_was_read(miniature_text, miniature, places):
    assert read_apart("plan.md", miniature_text.encode(), places) == miniature


def test_sentences_broken_by_blank_lines_are_read_in_time_that_grows_with_the_text(places):
    text = HEAD + "Vi går ture i byen og ser efter lys på\n\n" * 8_000
    plan = read_apart("plan.txt", text.encode(), places)
    assert plan.sections[0].body.count("ser efter lys på") == 8_000


def test_a_text_that_takes_too_long_is_refused_in_words(monkeypatch, places):
    monkeypatch.setattr(apart, "SECONDS", 1)
    lists = "".join(f"Herning Kommune\n\n1. Emne {n}\n\n" for n in range(18_000))
    text = f"# Samarbejdsplan 2024\n\n## Lokale prioriteringer\n\n{lists}"
    with pytest.raises(Refused, match=r"for tungt at læse\. Vælg en fil"):
        read_apart("plan.txt", text.encode(), places)


def test_too_little_memory_is_refused_in_words(monkeypatch, places):
    monkeypatch.setattr(apart, "MEMORY", 30_000_000)
    with pytest.raises(Refused, match=r"Vælg en fil|Åbn den i det program"):
        read_apart("plan.txt", HEAD.encode(), places)


def test_a_fault_in_the_reader_is_a_sentence_and_a_line_of_the_log(monkeypatch, places, caplog, tmp_path):
    reader = tmp_path / "reader"
    reader.write_bytes(b"#!/bin/sh\necho 'Bad \xff byte' >&2\nexit 1\n")
    reader.chmod(0o700)
    monkeypatch.setattr(apart.sys, "executable", str(reader))
    with pytest.raises(Refused, match=r"nok beskadiget\. Åbn den i det program, den er lavet i"):
        read_apart("plan.txt", HEAD.encode(), places)
    assert "A document could not be read: Bad \ufffd byte" in caplog.text


def test_a_busy_machine_has_longer_than_the_processor_may_take(monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 1)
    assert apart.run_apart(["sh", "-c", "sleep 1.2; echo færdig"], b"").output == "færdig\n".encode()
    with pytest.raises(apart.TooMuch):
        apart.run_apart(["sleep", "9"], b"")


def test_no_key_of_the_portal_reaches_the_process(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "hemmelig")
    done = apart.run_apart(["/usr/bin/env"], b"")
    assert b"PATH=" in done.output
    assert b"hemmelig" not in done.output


@pytest.mark.parametrize("thing", [print, re.compile, zipfile.ZipFile, sandbox.read_apart])
def test_an_answer_holds_nothing_but_a_reading(thing):
    with pytest.raises(pickle.UnpicklingError, match="no part of a reading"):
        sandbox._Found(io.BytesIO(pickle.dumps(thing))).load()


def test_a_text_file_of_many_megabytes_is_refused_before_it_is_decoded(places):
    with pytest.raises(Refused, match="for lang til at være én samarbejdsplan"):
        read_file("plan.txt", b"\xff" * 2_400_001)


def rezipped(change) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file(BODY))) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            change(new, name, old.read(name))
    return stream.getvalue()


def word_damages(chance: random.Random) -> Iterator[bytes]:
    whole = word_file(BODY)
    for _ in range(12):
        yield whole[: chance.randrange(4, len(whole))]
    for _ in range(24):
        bytes_ = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            bytes_[chance.randrange(4, len(whole))] ^= 1 << chance.randrange(8)
        yield bytes(bytes_)
    for member in MEMBERS:
        yield rezipped(lambda new, name, data, gone=member: name != gone and new.writestr(name, data))
        yield rezipped(
            lambda new, name, data, cut=member: new.writestr(name, data[: 90 if name == cut else None])
        )
        yield rezipped(
            lambda new, name, data, odd=member: new.writestr(name, b"\xff\xfe<" if name == odd else data)
        )
    yield rezipped(lambda new, name, data: new.writestr(f"../{name}", data))
    yield rezipped(lambda new, name, data: new.writestr(name, data, zipfile.ZIP_LZMA))
    yield b"PK\x03\x04"


def text_damages(chance: random.Random) -> Iterator[bytes]:
    text = f"{HEAD}Ærø og Ørsted går på Åen.\n"
    for encoding in (
        "utf-7",
        "utf-16",
        "utf-16-be",
        "utf-32",
        "cp850",
        "cp1252",
        "mac-roman",
        "iso8859-15",
        "cp037",
    ):
        yield text.encode(encoding, errors="replace")
        yield text.encode(encoding, errors="replace")[: chance.randrange(9, 60)]
    for _ in range(12):
        yield text.encode() + chance.randbytes(chance.randint(1, 300))
    yield text.encode() + b"\xed\xa0\x80\xf4\x90\x80\x80"
    yield b"{\\rtf1\\ansi Samarbejdsplan 2024}"
    yield b"<html><h1>Samarbejdsplan 2024</h1>"


def pdf_damages(chance: random.Random) -> Iterator[bytes]:
    whole = pdf_file("<h1>Samarbejdsplan 2024</h1><h2>1. Emner</h2><p>Lys.</p>")
    for _ in range(3):
        yield whole[: chance.randrange(9, len(whole))]
        bytes_ = bytearray(whole)
        for _ in range(40):
            bytes_[chance.randrange(9, len(whole))] = chance.randrange(256)
        yield bytes(bytes_)
    yield b"%PDF-1.7\n"


WAY_ON = re.compile(r"\b(?:Gem|gem|Vælg|Brug|Åbn|Fjern|Kontrollér)\b.*\.$")
DAMAGES = {"plan.docx": word_damages, "plan.txt": text_damages, "plan.pdf": pdf_damages}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_file_is_read_or_refused_with_a_way_on(name, places):
    """What the reader itself does not foresee must end in words all the same."""
    refusals = []
    for content in DAMAGES[name](random.Random(8)):
        try:
            read_plan(restored(stored(read_file(name, content))), places)
        except Refused as refusal:
            refusals.append(str(refusal))
        except Exception:
            with pytest.raises(Refused) as told:
                read_apart(name, content, places)
            refusals.append(str(told.value))
    assert refusals
    assert [one for one in refusals if not WAY_ON.search(one)] == []
