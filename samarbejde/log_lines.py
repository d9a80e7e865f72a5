"""What the portal writes to its log: one line of JSON for each thing that happens.

A line says who, where and what, and holds nothing that was typed: no query, no token of a personal link,
and of an error its kind and its place, not its words, which may quote a row of the database.
"""

import json
import logging
import re
import traceback
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from datetime import datetime

# what is known of the request that is being answered: request, person, address
at_work: ContextVar[Mapping[str, object]] = ContextVar("at_work", default={})  # noqa: B039  # replaced, never changed

MASKED = "…"
_TOKEN = re.compile(r"(/(?:konto/[\w-]+|hoering)/)[^/\s?\"']{16,}")
_LOOSE_TOKEN = re.compile(r"[\w-]{40,}", re.ASCII)  # wherever a mail program or a reader put it
_QUERY = re.compile(r"(/[^\s?\"']*)\?[^\s\"']*")
_STANDARD = set(vars(logging.makeLogRecord({}))) | {"message", "asctime", "request", "status_code"}


class JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": masked(record.getMessage()),
            **at_work.get(),
            **{name: value for name, value in vars(record).items() if name not in _STANDARD},
        }
        if record.exc_info and record.exc_info[1]:
            line["error"] = list(_told(record.exc_info[1]))
        return json.dumps(line, ensure_ascii=False, default=str)


def masked(text: str) -> str:
    """Without the tokens and the queries of the addresses in it."""
    return _QUERY.sub(rf"\1?{MASKED}", _LOOSE_TOKEN.sub(MASKED, _TOKEN.sub(rf"\1{MASKED}", text)))


def _told(error: BaseException) -> Iterator[str]:
    """Kind and place of an error and of those that it came from, the first last."""
    cause: BaseException | None = error
    while cause is not None:
        code = getattr(cause, "sqlstate", None)
        yield f"{type(cause).__module__}.{type(cause).__qualname__}" + (f" {code}" if code else "")
        yield from (
            f"{frame.filename}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(cause.__traceback__)
        )
        cause = cause.__cause__ or cause.__context__
