"""`manage.py check_pdf FILE [--json]`"""

import json

import pytest
from django.core.management import CommandError, call_command

from tests.plans.publication.pdf.damage import damaged, drop, link, put, root


@pytest.fixture
def file(tmp_path, sound):
    path = tmp_path / "plan.pdf"
    path.write_bytes(sound)
    return path


def test_a_file_that_keeps_every_rule(file, capsys):
    call_command("check_pdf", file)
    assert capsys.readouterr().out == "plan.pdf holder alle regler, som et program kan efterprøve.\n"
    call_command("check_pdf", file, "--json")
    assert json.loads(capsys.readouterr().out) == []


def test_broken_rules_are_named_and_the_command_fails(file, sound, capsys):
    file.write_bytes(damaged(damaged(sound, drop(root, "Lang")), put(link, "F", 2)))
    with pytest.raises(SystemExit) as ended:
        call_command("check_pdf", file)
    assert ended.value.code == 1
    said = capsys.readouterr()
    assert "14289-1, 7.2: dokumentets sprog mangler\n" in said.out
    assert "19005-3, 6.3.2, side 2: et link trykkes ikke\n" in said.out
    assert said.err == "Der er 2 brud på reglerne i plan.pdf.\n"

    with pytest.raises(SystemExit):
        call_command("check_pdf", file, "--json")
    assert json.loads(capsys.readouterr().out) == [
        {"rule": "ISO 14289-1, 7.2", "page": None, "text": "dokumentets sprog mangler"},
        {"rule": "ISO 19005-3, 6.3.2", "page": 2, "text": "et link trykkes ikke"},
    ]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", "Kære borger".encode()])
def test_what_is_no_pdf_is_a_sentence(file, content):
    file.write_bytes(content)
    with pytest.raises(CommandError, match="er ikke en PDF. Vælg en anden.") as raised:
        call_command("check_pdf", file)
    assert raised.value.returncode == 2


def test_a_file_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(CommandError, match="kan ikke læses: kontrollér stien"):
        call_command("check_pdf", tmp_path / "væk.pdf")


def test_a_torn_file_is_told(file, sound, capsys):
    file.write_bytes(sound[:200])
    with pytest.raises(SystemExit):
        call_command("check_pdf", file)
    assert capsys.readouterr().out
