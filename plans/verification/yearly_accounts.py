"""Yearly accounts that were presented, against their texts and the events that tell of them."""

from collections.abc import Iterator

from plans.document.snapshot import content_hash, read_snapshot
from plans.verification.acts import as_far_as_readable, is_told
from plans.yearly_account.models import AccountTakenBack, PresentedAccount, PresentedAccountFile
from samarbejde.danish import date_text


def faults() -> Iterator[str]:
    whole = PresentedAccount.objects.filter(account__year__isnull=False, text__content_hash__isnull=False)
    every = PresentedAccount.objects.order_by(
        "pk"
    )  # as they are ordered else, one without its account is lost
    for pk in every.exclude(pk__in=whole.values("pk")).values_list("pk", flat=True):
        yield f"Forelagt redegørelse {pk}: redegørelsen eller teksten, som den er af, findes ikke"
    for presented in (
        whole.select_related("account__council__district", "text").order_by("pk").iterator(chunk_size=1)
    ):
        for fault in as_far_as_readable(_of(presented)):
            yield f"{presented}: {fault}"
    yield from _lost()


def _of(presented: PresentedAccount) -> Iterator[str]:
    account, text = presented.account, presented.text
    if content_hash(text.snapshot) != text.content_hash:
        yield "teksten passer ikke til sin kontrolsum"
    if read_snapshot(text.snapshot)["title"] != str(account):
        yield "teksten er en anden redegørelses"
    if presented.number > account.presented.count():
        yield "en tidligere udgave af den mangler"
    says = date_text(presented.presented_on)
    by = presented.presented_by_id
    if not is_told("yearly_account.presented", account, at=presented.presented_at, by=by, says=says):
        yield f"ingen hændelse fortæller, at den person forelagde den {says}"
    file = PresentedAccountFile.objects.filter(presented=presented).first()
    if file is None or not bytes(file.content).startswith(b"%PDF-"):
        yield "der er ingen PDF af den"
    yield from _of_its_end(presented)


def _of_its_end(presented: PresentedAccount) -> Iterator[str]:
    end = AccountTakenBack.objects.filter(presented=presented).first()
    if end is None:
        if presented.number < presented.account.presented.count():
            yield "intet siger, at den blev taget tilbage, og den er forelagt igen"
    elif not is_told(
        "yearly_account.taken_back", presented.account, at=end.at, by=end.by_id, says=end.reason
    ):
        yield "ingen hændelse fortæller, at den person tog den tilbage med den begrundelse"


def _lost() -> Iterator[str]:
    """Rows that point at an account that is not there."""
    known = PresentedAccount.objects.values("pk")
    for pk in AccountTakenBack.objects.exclude(presented__in=known).values_list("pk", flat=True):
        yield f"Redegørelse, der er taget tilbage, {pk}: det, der blev forelagt, findes ikke"
