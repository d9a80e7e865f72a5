"""What a kept page is made of beside the database gives it another name when it changes."""

import pytest

from samarbejde.site.release import release

FILES = ["templates/plans/public/edition.html", "plans/templatetags/snapshots.py", "samarbejde/danish.py"]


@pytest.fixture
def checkout(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    for name in [*FILES, "requirements.lock"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("før")
    return tmp_path


def now() -> str:
    return release.__wrapped__()


@pytest.mark.parametrize("changed", [*FILES, "requirements.lock"])
def test_a_file_that_changes_is_another_release(checkout, changed):
    before = now()
    assert before == now()
    (checkout / changed).write_text("efter")
    assert now() != before


def test_a_file_that_moves_or_comes_is_another_release(checkout):
    before = now()
    (checkout / FILES[0]).rename(checkout / "templates" / "edition.html")
    moved = now()
    (checkout / "templates" / "_new.html").write_text("")
    assert len({before, moved, now()}) == 3


@pytest.mark.parametrize(("setting", "value"), [("DEMO", True), ("CONTACT_EMAIL", "ny@example.dk")])
def test_what_every_page_shows_of_the_site_is_part_of_it(checkout, settings, setting, value):
    before = now()
    setattr(settings, setting, value)
    assert now() != before


def test_what_readers_never_get_is_no_part_of_it(checkout):
    before = now()
    (checkout / "samarbejde" / "__pycache__").mkdir()
    (checkout / "samarbejde" / "__pycache__" / "danish.cpython-311.pyc").write_text("oversat")
    assert now() == before
