"""Whom the server runs as: us, or when we are root somebody else, since PostgreSQL refuses root."""

import os
import pwd
import stat
from contextlib import suppress
from pathlib import Path
from typing import TypedDict

from samarbejde.obstacle import Obstacle


class Account(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]


def run_as() -> Account:
    """What subprocess needs to know of it."""
    account = _account()
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}


def refuse_closed_folder(root: Path) -> None:
    """The server must be able to reach `root`, whether it is there yet or not."""
    account = _account()
    if account is None:
        return
    for folder in reversed([root, *root.parents]):
        if folder.exists() and not _may_enter(account, folder):
            raise closed(folder)


def closed(path: Path) -> Obstacle:
    return Obstacle(
        f"PostgreSQL kører aldrig som root, og andre brugere kan ikke komme ind i {path}: "
        f"kør som almindelig bruger, kør 'chmod o+x {path}', eller sæt DATABASE_URL."
    )


def make_private(folder: Path) -> None:
    """A folder for the server alone. Where one stands already, as it may in /tmp, it must be the server's."""
    account = _account()
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        if account:
            os.chown(folder, account.pw_uid, account.pw_gid)
    found = folder.lstat()
    owner = account.pw_uid if account else os.geteuid()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner or found.st_mode & 0o077:
        raise Obstacle(f"Mappen {folder} er ikke databasens egen: kør 'sudo rm -r {folder}'.")


def _account() -> pwd.struct_passwd | None:
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            return pwd.getpwnam(name)
    raise Obstacle("PostgreSQL kører aldrig som root: kør som almindelig bruger, eller sæt DATABASE_URL.")


def _may_enter(account: pwd.struct_passwd, folder: Path) -> bool:
    found = folder.stat()
    owner, group = found.st_uid == account.pw_uid, found.st_gid == account.pw_gid
    return bool(found.st_mode & (0o100 if owner else 0o010 if group else 0o001))
