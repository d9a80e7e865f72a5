import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from samarbejde import system_dependencies
from samarbejde.obstacle import Obstacle
from samarbejde.running import CHECKOUT, setup, system_packages


def run_setup(checkout: Path, *, python: str = sys.executable, **more) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHON": python, **more.pop("environment", {})}
    environment.pop("DATABASE_URL", None)
    return subprocess.run(
        [checkout / "bin" / "setup"], env=environment, capture_output=True, text=True, cwd="/", **more
    )


def assert_one_sentence(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1, done.stderr
    for word in words:
        assert word in done.stderr


def assert_last_word(done: subprocess.CompletedProcess[str], failure: str) -> None:
    """What a program said in English comes first, then a blank line, then our sentence alone."""
    assert done.returncode == 1
    *said, blank, sentence = done.stderr.splitlines()
    assert said
    assert blank == ""
    assert sentence == f"{failure}: se ovenfor, og kør 'bin/setup' igen, når det er løst."


def test_an_old_python_is_told_what_to_install(checkout):
    old = checkout / "python3.9"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    admin = "" if os.geteuid() == 0 else "sudo "
    assert_one_sentence(
        run_setup(checkout, python=str(old)), "3.11", f"kør '{admin}apt-get install -y python3'"
    )


def test_a_missing_venv_module_is_told_what_to_install(checkout):
    """As Debian ships Python: the module venv is there, what it needs is not. Here is no apt-get either."""
    without = checkout / "without"
    without.mkdir()
    (without / "sitecustomize.py").write_text("import sys\nsys.modules['ensurepip'] = None\n")
    (without / "dirname").symlink_to(shutil.which("dirname"))
    done = run_setup(checkout, environment={"PYTHONPATH": str(without), "PATH": str(without)})
    venv = "python{}.{}-venv".format(*sys.version_info)
    install = "apt-get install -y --no-install-recommends"
    assert_one_sentence(done, f"Her mangler {venv}, ", f"{install} {venv} poppler-utils'")
    assert not (checkout / ".venv").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root becomes somebody else")
def test_root_in_a_closed_folder_is_told_before_anything_is_fetched(checkout):
    checkout.chmod(0o700)
    assert_one_sentence(run_setup(checkout), f"'chmod o+x {checkout}'", "DATABASE_URL")
    assert not (checkout / ".venv").exists()


def test_an_unwritable_folder_is_told_how_to_make_it_writable(checkout):
    somebody = {"user": "nobody"} if os.geteuid() == 0 else {}
    python = "/usr/bin/python3" if somebody else sys.executable
    if subprocess.run([python, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]).returncode:
        pytest.skip("no Python ≥ 3.11 here that an ordinary user may run")
    for folder in [checkout, *checkout.rglob("*")]:
        folder.chmod(0o555)
    done = run_setup(checkout, python=python, **somebody)
    for folder in [checkout, *checkout.rglob("*")]:
        folder.chmod(0o755)
    assert_one_sentence(done, f"Du kan ikke skrive i {checkout}", "sudo chown -R")


def test_what_is_there_already_is_not_fetched_again(tmp_path):
    """This checkout has run bin/setup --test: now neither pip nor npm is called, else they would fail."""
    for program in system_dependencies.READS_PDF:
        (tmp_path / program).symlink_to(shutil.which(program))
    nowhere = {"PATH": str(tmp_path), "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": ""}
    done = subprocess.run(
        [sys.executable, "-m", "samarbejde.running.setup"],
        cwd=CHECKOUT,
        env=nowhere,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_venv_whose_python_is_gone_is_made_anew_and_takes_no_package_of_another_hash(checkout):
    lock, venv = checkout / "requirements.lock", checkout / ".venv"
    hashes = re.compile(r"--hash=sha256:[0-9a-f]{64}")
    lock.write_text(hashes.sub("--hash=sha256:" + "0" * 64, lock.read_text()))
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    (venv / "bin").mkdir(parents=True)
    (venv / "installed").write_text("{}.{}\n".format(*sys.version_info) + f"{checkout}\n{digest}\n")
    (venv / "bin" / "python").symlink_to("/nowhere/python")
    done = run_setup(checkout)
    assert subprocess.run([venv / "bin" / "python", "-c", ""]).returncode == 0
    assert done.returncode == 1
    assert "HASHES" in done.stderr
    assert_last_word(done, "Python-pakkerne kunne ikke hentes")
    assert not (venv / "installed").exists()


def test_what_pdf_needs_is_told_and_the_portal_starts_without(monkeypatch, capsys):
    monkeypatch.setitem(system_dependencies.MAKES_PDF, "libfindes-ikke.so.0", "libfindes-ikke0")
    monkeypatch.setenv("PATH", "/nowhere")  # no poppler, and no apt-get to mend it
    system_packages.install_system_packages(test=False, ask=False)
    told = capsys.readouterr().out
    assert "apt-get install -y --no-install-recommends libfindes-ikke0 poppler-utils'" in told
    assert told.endswith("Indtil da kan portalen ikke lave eller læse PDF.\n")
    assert len(told.splitlines()) == 1


def test_what_the_machine_lacks_is_told_before_anything_is_fetched(checkout):
    """Nothing can be fetched here: what is told comes first all the same."""
    (checkout / "path").mkdir()
    (checkout / "path" / "dirname").symlink_to(shutil.which("dirname"))
    nowhere = {"PATH": str(checkout / "path"), "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": ""}
    done = run_setup(checkout, environment=nowhere)
    first, second = done.stdout.splitlines()
    assert first.startswith("Her mangler poppler-utils: kør ")
    assert second == "Henter Python-pakker …"


def test_missing_programs_stop_the_tests(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(Obstacle, match="apt-get install .*poppler-utils chromium qpdf'"):
        system_packages.install_system_packages(test=True, ask=False)


def test_nginx_is_installed_where_nobody_else_lives(monkeypatch):
    monkeypatch.setitem(system_packages.IN_CI, "/nowhere/nginx", "nginx")
    monkeypatch.setenv("PATH", "/nowhere")
    for in_ci, package in (("true", "nginx"), ("", "qpdf")):
        monkeypatch.setenv("CI", in_ci)
        with pytest.raises(Obstacle, match=f"apt-get install .*{package}'"):
            system_packages.install_system_packages(test=True, ask=False)


def test_where_no_quicker_chromium_is_known_the_whole_one_is_installed(tmp_path, monkeypatch):
    calls = tmp_path / "calls"
    scripts = {
        "apt-get": f'echo "$*" >> {calls}; case "$*" in *headless*) exit 100;; esac',
        "dpkg": f'echo "$*" >> {calls}',
        "sudo": 'shift; exec "$@"',
    }
    for name, script in scripts.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)
    for name in ("env", "true"):
        (tmp_path / name).symlink_to(shutil.which(name))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Obstacle, match="poppler-utils chromium qpdf"):
        system_packages.install_system_packages(test=True, ask=False)
    install = "-o DPkg::Lock::Timeout=60 install -y --no-install-recommends"
    assert calls.read_text().splitlines() == [
        "update",
        "--configure -a",
        f"{install} poppler-utils chromium-headless-shell qpdf",
        f"{install} poppler-utils chromium qpdf",
    ]


def test_an_unknown_choice_is_answered_with_the_known_ones():
    with pytest.raises(Obstacle, match="Ukendt valg --tests: kør 'bin/setup', evt. med --test"):
        setup.main(["--tests"])
