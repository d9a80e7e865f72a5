"""The bodies and words that duties are told by; read by whoever reads a document apart, too."""

import re

LOCAL = r"(?:(?:alle|samtlige|hvert|(?:de|det)\senkelte)\s)?(?:\d+\s)?lokalråd(?:ene|et|sform[aæ]nd\w*)?\b"
_OTHERS = r"kontaktudvalget|politikredsen|politidirektøren|\w+s\sPoliti|politiet|sekretariatet|kredsrådet"
BODY = rf"(?:{LOCAL}|{_OTHERS})"
QUARTER = re.compile(r"\b(?P<quarter>[1-4])\.\s*kvartal(?:\s+(?P<year>20\d\d))?", re.IGNORECASE)
REPORTING = re.compile(r"\b(?:afrapporter|rapporter|redegør|orienter)\w*", re.IGNORECASE)
