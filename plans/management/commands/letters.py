"""`manage.py letters`, `manage.py letters proposals approval`: what the portal writes to people."""

import argparse
from collections.abc import Iterator
from contextlib import suppress

from django.core.exceptions import ObjectDoesNotExist
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from plans.demo.letter_examples import ROOMS, Example, examples
from plans.demo.story import is_told
from samarbejde.outbox.letters import Letter

LINE = "─" * 80
GONE_PAST = (
    "Det, brevet handler om, er ikke længere i demoen, fordi nogen er gået videre. "
    "'manage.py demo --reset' sletter alt i demoen og begynder den forfra."
)


class Command(BaseCommand):
    help = "Vis hver slags brev, som portalen skriver, med demoens personer. Intet bliver sendt."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("rooms", nargs="*", metavar="room", help=f"kun fra disse rum: {', '.join(ROOMS)}")

    def handle(self, *args: object, rooms: list[str], **options: object) -> None:
        rooms = rooms or list(ROOMS)
        if unknown := [room for room in rooms if room not in ROOMS]:
            raise CommandError(f"Rummet »{unknown[0]}« skriver ingen breve. De gør: {', '.join(ROOMS)}.")
        if not _has_the_demo():
            raise CommandError("Brevene vises til demoens personer. Start 'bin/demo', og prøv igen.")
        for room in rooms:
            for name, example in examples(room).items():
                for line in _forms(f"{room} · {name}", example):
                    self.stdout.write(line)


def _has_the_demo() -> bool:
    with suppress(DatabaseError):  # no server, or no tables yet
        return is_told()
    return False


def _forms(kind: str, example: Example) -> Iterator[str]:
    """A demo that has been used may have nobody left to tell of some of them."""
    is_gone = False
    try:
        for letters in example():
            if letters:
                yield from _shown(kind, letters)
            is_gone = is_gone or not letters
    except ObjectDoesNotExist:
        is_gone = True
    if is_gone:
        yield from (LINE, kind, GONE_PAST)


def _shown(kind: str, letters: list[Letter]) -> Iterator[str]:
    """The first of those who get it stands for them all."""
    first, *others = letters
    yield from (LINE, kind, f"Til:  {first.to.name}{f' og {len(others)} til' if others else ''}")
    yield from (f"Emne: {first.subject}", "", first.body)
