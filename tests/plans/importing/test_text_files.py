"""Bytes of a text file → its letters, whichever way it was saved."""

import pytest

from plans.importing.files import read_file

TEXT = "Blåbærgrød på Ærø – samarbejdsplan 2024\n\nÆblet faldt.\n"


def text_of(name: str, content: bytes) -> str:
    return "\n\n".join(block.text for block in read_file(name, content).blocks)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_danish_letters_are_right_in_every_usual_encoding(encoding):
    text = TEXT.replace("–", "-") if encoding == "latin-1" else TEXT
    assert text_of("plan.txt", text.encode(encoding)) == text.strip()


def test_windows_lines_odd_spaces_and_invisible_signs_are_made_plain():
    content = "En\u00a0plan\r\nTo\u200bgange, sam\u00adarbejde\rA\u030a rhus\x00\x07".replace(
        "\x00", ""
    ).encode()
    assert text_of("plan.md", content) == "En plan\nTogange, samarbejde\nÅ rhus"


@pytest.mark.parametrize(
    "text",
    [
        "Samarbejdsplan for lokalråd, børn og ældre",
        "ÆRØ – Østergade »nr. 4« “i alt” 5 €, for en å",
        "Ådal – uden andre",
    ],
)
def test_a_text_that_was_decoded_wrongly_and_saved_again_has_its_letters_back(text):
    twice = text.encode().decode("latin-1").encode()
    windows = "".join(_as_windows(byte) for byte in text.encode()).encode()
    assert text_of("plan.txt", twice if "–" not in text else windows) == text


def _as_windows(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def test_letters_of_another_language_beside_danish_ones_stay(places):
    assert text_of("plan.txt", "SÃO er på besøg".encode()) == "SÃO er på besøg"
