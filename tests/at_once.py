"""Steps that meet in the database, each in a thread and on a connection of its own."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection, connections, transaction

from samarbejde.transitions import Refused


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """The result or refusal of each call, all let go at the same moment on connections of their own."""
    gate = Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        try:
            gate.wait(timeout=20)
            return call()
        except Refused as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def while_another(first: Callable[[], Any], second: Callable[[], Any]) -> Any:
    """`second`'s result when it begins before `first` is committed, and has to wait for it."""
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            first()
            waiting = pool.submit(at_once, second)
            for _ in range(40):
                if waiting.done() or somebody_waits():
                    break
                time.sleep(0.05)
        return waiting.result()[0]


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_locks WHERE NOT granted")
        return cursor.fetchone() is not None
