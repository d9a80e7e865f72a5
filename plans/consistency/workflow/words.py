"""The secretariat's lists of words."""

from django.db import transaction

from councils.models import PoliceDistrict
from plans.consistency.models import ListedWord, WordKind
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.text import personal_numbers
from samarbejde.transitions import Refused, lock


@transaction.atomic
def list_word(district: PoliceDistrict, *, kind: str, word: str, right: str = "", by: User) -> ListedWord:
    district = lock(district)
    personal_numbers.refuse_in([word, right])
    if not word or (kind == WordKind.HOUSE) != bool(right):
        raise Refused("Skriv både det, der står, og det, vi skriver.")
    if word == right:
        raise Refused(f"»{word}« står i begge felter. Skriv i det første, hvordan det ikke skrives.")
    standing = ListedWord.objects.filter(district=district, kind=kind, word__iexact=word).first()
    if standing:
        raise Refused(f"»{standing}« står allerede på listen. Fjern det først, hvis det skal rettes.")
    listed = ListedWord.objects.create(district=district, kind=kind, word=word, right=right)
    text = f"»{listed}« blev føjet til {listed.get_kind_display()}"
    record("word.listed", text, by=by, subject=district, internal=True)
    return listed


@transaction.atomic
def unlist_word(word: ListedWord, *, by: User) -> None:
    word = lock(word, gone="Ordet er allerede fjernet fra listen.")
    text = f"»{word}« blev fjernet fra {word.get_kind_display()}"
    record("word.unlisted", text, by=by, subject=word.district, internal=True)
    word.delete()
