"""What every answer must say to the browser (MDN HTTP Observatory, A+)."""

import re

from django.http import HttpResponse

from samarbejde.site.headers import POLICY

FILES_OF_OTHERS = (
    *("item-attachment", "answer-attachment", "submitted-attachment", "public-minutes-file"),
    *("proposal-attachment", "handed-in-attachment"),
)
SOURCES = {"'self'", "'none'"}
CLOSED = ("default-src", "base-uri", "frame-ancestors")
PINNED = "max-age=63072000; includeSubDomains; preload"
PLAIN = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
}


def header_faults(response: HttpResponse, *, https: bool = False) -> list[str]:
    wanted = PLAIN | ({"Strict-Transport-Security": PINNED} if https else {})
    found = [f"{name}: {response.get(name)}" for name, value in wanted.items() if response.get(name) != value]
    rules = _rules(response)
    wanted_sandbox = "" if _is_file_of_others(response) else None
    if (sandbox := rules.pop("sandbox", None)) != wanted_sandbox:
        found.append(f"sandbox: {sandbox}")
    found += [f"{name}: {rules.get(name)}" for name in CLOSED if rules.get(name) != "'none'"]
    found += [f"{name}: {rules.get(name)}" for name in ("form-action",) if rules.get(name) != "'self'"]
    for name, sources in rules.items():
        given = {source for source in sources.split() if not re.fullmatch(r"'nonce-[\w+/=-]{20,}'", source)}
        found += [
            f"{name}: {source}" for source in given - SOURCES - ({"data:"} if name == "img-src" else set())
        ]
    return found


def _rules(response: HttpResponse) -> dict[str, str]:
    """The policy's, each with what it allows; `sandbox` allows nothing."""
    policy = response.get("Content-Security-Policy", "")
    parts = (rule.strip().partition(" ") for rule in policy.split(";"))
    return {name: allowed for name, _, allowed in parts if name}


def _is_file_of_others(response: HttpResponse) -> bool:
    where = getattr(response, "resolver_match", None)
    return response.status_code == 200 and where is not None and where.url_name in FILES_OF_OTHERS


def cookie_faults(response: HttpResponse) -> list[str]:
    """Cookies with https that another host, a script or plain http could set or read."""
    return [
        f"{name}: {cookie.OutputString()}"
        for name, cookie in response.cookies.items()
        if cookie["max-age"] != 0  # one that is taken away
        and not (
            name.startswith("__Host-")
            and (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax")
            and (cookie["path"], cookie["domain"]) == ("/", "")
        )
    ]
