from collections.abc import Iterator

from django.utils import timezone

from plans.approval import letters
from plans.approval.consulted import consulted
from plans.demo.letter_examples import told
from plans.demo.published import ASKED_FOR
from samarbejde.outbox.letters import Letter

DEPARTED = (
    "Borgmesteren i Lemvig har ikke længere hvervet som borgmester i Lemvig Kommune. "
    "Planen nævner dem, der underskriver, ved navn. "
    "Derfor underskriver alle den med de navne, der gælder nu."
)
REASON = "Et tal i afsnittet om unge var forkert."


def sent_to_consultation() -> Iterator[list[Letter]]:
    plan = told.next_plan()
    people = consulted(plan)
    yield letters.sent_to_consultation(plan, people, answer_by=timezone.localdate(), note=ASKED_FOR)
    yield letters.sent_to_consultation(plan, people, answer_by=None, note="")


def asked_to_sign() -> Iterator[list[Letter]]:
    yield letters.asked_to_sign(told.signatures(), told.signed_round())


def reminded_to_sign() -> Iterator[list[Letter]]:
    yield letters.reminded_to_sign(told.signatures(), told.signed_round())


def asked_to_sign_again() -> Iterator[list[Letter]]:
    yield letters.asked_to_sign_again(told.signatures(), told.signed_round(), DEPARTED)


def left_to_a_successor() -> Iterator[list[Letter]]:
    yield letters.left_to_a_successor(told.signatures(), told.signed_round().plan, DEPARTED)


def taken_back() -> Iterator[list[Letter]]:
    yield letters.taken_back(told.signatures(), told.signed_round().plan, REASON)


def not_to_be_signed() -> Iterator[list[Letter]]:
    reason = "To borgmestre er fratrådt, og planen skal gælde fra nytår."
    yield letters.not_to_be_signed(told.signatures(), told.signed_round().plan, reason)


def signed_by_all() -> Iterator[list[Letter]]:
    yield letters.signed_by_all(told.signed_round().plan)
