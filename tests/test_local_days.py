"""A moment near midnight is named by its day in Denmark."""

from plans.templatetags.snapshots import day, moment
from samarbejde.danish import unbroken


def test_the_day_of_a_moment_in_a_snapshot_is_the_danish_one():
    assert day("2026-06-30T22:30:00+00:00") == unbroken("1. juli 2026")
    assert moment("2026-06-30T22:30:00+00:00") == unbroken("1. juli 2026 kl. 00.30")
    assert day("2026-06-30") == unbroken("30. juni 2026")
