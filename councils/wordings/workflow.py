"""The secretariat words its district's letters, and takes up the portal's words again."""

from django.db import transaction

from councils.register.models import PoliceDistrict
from councils.wordings.fields import complaints
from councils.wordings.kinds import Kind
from councils.wordings.models import LetterWording
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next
from samarbejde.text import personal_numbers
from samarbejde.transitions import Refused, lock, lock_as_seen, stands


@transaction.atomic
def word_letter(
    district: PoliceDistrict, kind: Kind, *, subject: str, text: str, version: int, by: User
) -> LetterWording:
    """From now on the district's letters of that kind read so. Raises `Stale` if another version stands."""
    wrong = complaints(subject, kind.subject_fields) + complaints(text, kind.field_names, kind.needed)
    if wrong or not (subject and text):
        raise Refused(" ".join(wrong) or "Skriv både emne og tekst, eller brug standardteksten.")
    personal_numbers.refuse_in([subject, text])
    wanted = {"subject": subject, "text": text}
    if (subject, text) == (kind.subject, kind.standard):
        wanted = {"subject": "", "text": ""}
    told = "blev skrevet om" if wanted["text"] else "fik standardteksten igen"
    return _write(district, kind, wanted, version, by, told)


@transaction.atomic
def restore_standard(district: PoliceDistrict, kind: Kind, *, version: int, by: User) -> LetterWording:
    """The district's own words stay in the history."""
    return _write(district, kind, {"subject": "", "text": ""}, version, by, "fik standardteksten igen")


def _write(
    district: PoliceDistrict, kind: Kind, wanted: dict[str, str], version: int, by: User, told: str
) -> LetterWording:
    lock(district)
    row, made = LetterWording.objects.get_or_create(district=district, kind=kind.key)
    row = lock_as_seen(row, row.version if made else version, wanted)
    if stands(row, wanted):
        return row
    row.subject, row.text = wanted["subject"], wanted["text"]
    save_as_next(by, row)
    record("letters.worded", f"Brevet »{kind.title}« {told}", by=by, subject=row, internal=True)
    return row
