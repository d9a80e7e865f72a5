"""Files that the demo's people attach: they are ours, so that no program needs to look at them."""

from plans.demo.facts import FOLDER
from samarbejde.attachments.receiving import PDF, Received
from samarbejde.files.remaking import made_of

QUESTIONS = "spoergsmaal-til-tallene.pdf"
PICTURE = "tre-greb.png"


def questions() -> Received:
    return Received("Spørgsmål til årets tal.pdf", PDF, (FOLDER / QUESTIONS).read_bytes())


def drawing() -> Received:
    made = made_of((FOLDER / PICTURE).read_bytes())
    return Received("Tre greb.png", made.kind, made.content)
