"""A PDF is made in a process of its own: within limits, with no key of the portal, and refused in words."""

import errno
import logging
import os
import re
import shutil
import sys

import pytest

from plans.publication.pdf import process
from plans.publication.pdf.job import is_want_of_memory
from plans.publication.pdf.process import render_pdf_safely, run
from plans.publication.pdf.rendering import print_job
from samarbejde.transitions import Refused
from tests.plans.publication.pdf import samples
from tests.plans.publication.pdf.conftest import PUBLISHED


@pytest.fixture(scope="module")
def job():
    return print_job(samples.plan(), edition=2, published_on=PUBLISHED)


def test_another_process_makes_the_same_bytes(printed):
    assert render_pdf_safely(samples.plan(), edition=2, published_on=PUBLISHED) == printed


def test_a_pdf_that_breaks_rules_is_refused_where_it_is_to_be_checked(caplog):
    """A draft is shown as it is."""
    nameless = samples.section("1", "Links", 0, "chapter", body='<p>Se<a href="https://politi.dk/"></a>.</p>')
    text = samples.snapshot([nameless])
    assert render_pdf_safely(text, edition=0, published_on=PUBLISHED).startswith(b"%PDF")
    with caplog.at_level(logging.WARNING), pytest.raises(Refused) as raised:
        render_pdf_safely(text, edition=1, published_on=PUBLISHED, checked=True)
    assert "Den holder ikke en regel for tilgængelighed og arkiv (14289-1, 7.18.5: et link siger" in str(
        raised.value
    )
    assert re.search(r"14289-1, 7.18.5, side \d: et link siger ikke i ord", caplog.text)


def test_too_much_time_is_refused_in_words(job):
    with pytest.raises(Refused, match="PDF'en blev ikke færdig på 1 sekunder. Del planens længste afsnit"):
        run(print_job(samples.big(400), edition=1, published_on=PUBLISHED), seconds=1)


@pytest.mark.parametrize("megabytes", [40, 64, 76, 120])
def test_too_much_memory_is_refused_in_words(megabytes, job):
    """Wherever it runs out: as a library is loaded, as a module is read, as a thread begins."""
    with pytest.raises(Refused, match="PDF'en blev ikke lavet, fordi planen kræver for meget hukommelse"):
        run(job, size=megabytes * 1_000_000)


@pytest.mark.parametrize(
    ("error", "is_of_memory"),
    [
        (MemoryError(), True),
        (RecursionError(), True),
        (SystemError("error return without exception set"), True),
        (ImportError("libXau.so.6: failed to map segment from shared object"), True),
        (OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)), True),
        (RuntimeError("can't start new thread"), True),
        (OSError("cannot load library 'libpango-1.0-0': no such file"), False),
        (RuntimeError("dictionary changed size during iteration"), False),
        (KeyError("html"), False),
    ],
    ids=repr,
)
def test_want_of_memory_is_told_from_other_faults(error, is_of_memory):
    assert is_want_of_memory(error) is is_of_memory


def test_a_fault_of_ours_is_logged_and_not_shown(job, monkeypatch, caplog):
    monkeypatch.setattr(process, "_NEEDED", ())
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with caplog.at_level(logging.WARNING), pytest.raises(Refused, match="på grund af en fejl i portalen"):
        run(job)
    assert "The PDF process ended with 1" in caplog.text


def test_no_key_of_the_portal_reaches_the_process(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "hemmelig")
    monkeypatch.setenv("DATABASE_URL", "postgres://hemmelig")
    environment = process.environment("/tmp/x")
    assert set(environment) <= {*process._NEEDED, "TMPDIR", "PATH"}
    assert "hemmelig" not in str(environment)


def test_the_process_finds_no_other_program():
    environment = process.environment("/tmp/x")
    assert shutil.which("sh", path=environment["PATH"]) is None


def test_nothing_is_left_in_the_folder_for_passing_files(job, monkeypatch, tmp_path):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    run(job)
    assert list(tmp_path.iterdir()) == []
