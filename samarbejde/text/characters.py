"""Which characters a text may hold: those that people see, and that the PDF's typeface can print."""

import re
import unicodedata

from samarbejde.danish import listing, number_text

LONGEST_WORD = 1_000  # letters; a longer one cannot be broken into lines in time
_MOST_SHOWN, _LONGEST_SHOWN = 5, 30

# Separators become spaces; controls, directional overrides, zero-width and private use go.
_SEPARATORS = re.compile("[\x0b\x0c\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]")
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ud800-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\U000e0000-\U0010ffff]"
)
# What Word and PDF files write, and the typeface has by another name.
_NAMESAKES = {
    "-": "\u2010\u2011",
    "–": "\u2012",
    "—": "\u2015",
    "\xa0": "\u2007\u202f",
    "•": "\u2023\u2043\u2219\u25aa\u25cf\u25e6\uf0a7\uf0b7",
    "✓": "\u2714",
    "ff": "\ufb00",
    "fi": "\ufb01",
    "fl": "\ufb02",
    "ffi": "\ufb03",
    "ffl": "\ufb04",
}
_BY_NAME = {ord(sign): name for name, signs in _NAMESAKES.items() for sign in signs}
# IBM Plex Sans in the npm package dkfds 11, the four styles that plan-print.css names.
_PLEX = """
    20-7E A0-17F 18F 192 1A0-1A1 1AF-1B0 1CD-1DC 1FA-1FF 218-21B 237 259 2BB-2BC 2C6-2C7 2D8-2DD 300-304
    306-30C 312 315 31B 323 326-328 37E 384-38A 38C 38E-3A1 3A3-3CE 400-45F 472-473 490-49D 4A0-4A5 4AA-4AB
    4AE-4B3 4B6-4BB 4C0-4C2 4CF-4D9 4DC-4DF 4E2-4E9 4EE-4F5 4F8-4F9 E3F 1E80-1E85 1E9E 1EA0-1EF9 2013-2014
    2018-201A 201C-201E 2020-2022 2026 2030 2032-2033 2039-203A 2044 2070 2074-2079 2080-2089 20A1 20A4 20A6
    20A8-20AE 20B1-20B2 20B4-20B5 20B8-20BA 20BD 20BF 2113 2116 2122 2126 212E 2150-2151 2153-215E 2190-2199
    21A9-21AA 21B0-21B3 21B6-21B7 21BA-21BB 21C4 21C6 2202 2206 220F 2211-2212 2215 221A 221E 222B 2248 2260
    2264-2265 25CA 2713 274C 2B0E-2B11"""
_RANGES = "".join("-".join(f"\\U{int(end, 16):08x}" for end in span.split("-")) for span in _PLEX.split())
_UNPRINTED = re.compile(rf"[^\s{_RANGES}]+")


def printable(text: str) -> str:
    """The text without characters that nobody sees or that turn the reading direction, each letter as one
    character: what a Mac writes as a and a ring is found by whoever types å.
    """
    return composed(seen(text))


def seen(text: str) -> str:
    """Likewise, but with letters as they come: markup and addresses are not to be composed."""
    return _UNWANTED.sub("", _SEPARATORS.sub(" ", text.translate(_BY_NAME)))


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def unprinted(text: str) -> list[str]:
    """The characters, each run of them once, that the typeface does not have."""
    return list(dict.fromkeys(_UNPRINTED.findall(text)))


def without_unprinted(text: str) -> str:
    return _UNPRINTED.sub("", text)


def complaint(text: str) -> str:
    """Why these words (no markup) cannot be printed, in Danish; "" when they can."""
    if odd := unprinted(text):
        shown = [f"»{run[:_LONGEST_SHOWN]}«" for run in odd[:_MOST_SHOWN]]
        return (
            f"Teksten har tegn, som planens PDF ikke kan vise: {listing(shown)}. "
            "Erstat dem med ord eller almindelige tegn."
        )
    longest = max(text.split(), key=len, default="")
    if len(longest) > LONGEST_WORD:
        return (
            f"Et ord i teksten har {number_text(len(longest))} tegn: »{longest[:_LONGEST_SHOWN]}…«. "
            f"Del det med mellemrum, så intet ord har over {number_text(LONGEST_WORD)}."
        )
    return ""
