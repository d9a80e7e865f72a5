"""CPR numbers do not belong in the portal: what looks like one is found, what does not is left alone."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from samarbejde.text.personal_numbers import find, refuse_in, validate
from samarbejde.transitions import Refused


@pytest.mark.parametrize(
    "written",
    [
        "010203-1234", "0102031234", "010203 1234", "010203–1234", "010203\u20111234", "010203 - 1234",
        "010203\u00a0-\u00a01234", "290200-1234", "311299-0000", "０１０２０３-１２３４",
        "010203\u202f-\u20091234", "010203 -  1234", "01.02.03-1234", "01 02 03-1234",
        "01\u00a002\u00a003 – 1234",
    ],
)  # fmt: skip
def test_what_looks_like_one_is_found(written):
    assert find(f"Sag om {written}, som vi talte om") == [written]


@pytest.mark.parametrize(
    "written",
    [
        "320103-1234",  # no such day
        "010013-1234",  # no such month
        "310203-1234",
        "010203-123",
        "010203-12345",
        "1010203-1234",
        "010203\n1234",
        "010203\t1234",  # two cells of a table
        "010203--1234",
        "12 34 56 78",
        "01 02 03 1234",  # a number of a telephone, as likely
        "12 12 12 12 1234",
        "01.02 03-1234",
        "01.13.03-1234",
        "2025-2026",
        "5798000123456",
        "19-12-2026",
    ],
)
def test_other_numbers_are_left_alone(written):
    assert find(f"Se {written}.") == []


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 9999), st.sampled_from(["-", "", " ", "–"])
)
def test_every_date_is_found(born, serial, between):
    number = f"{born:%d%m%y}{between}{serial:04d}"
    assert find(f"({number})") == [number]


def test_the_refusal_says_what_to_do_and_not_the_number():
    with pytest.raises(Refused, match="begynder med 010203") as refusal:
        refuse_in(["Uden", "med 010203-1234"])
    assert "1234" not in str(refusal.value)
    assert "Fjern nummeret" in str(refusal.value)


def test_a_form_says_the_same():
    with pytest.raises(ValidationError, match=r"begynder med 010203.*Fjern nummeret"):
        validate("med 010203-1234")


def test_nothing_is_refused_without_one():
    refuse_in(["", "Møde den 19. december 2026 kl. 14.05"])
    validate("Møde den 19. december 2026 kl. 14.05")
