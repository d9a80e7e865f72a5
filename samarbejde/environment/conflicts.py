"""What each variable may be, but not together with another."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from samarbejde.environment.variables import Environment

HERE = {"localhost", "127.0.0.1", "::1", "[::1]"}


def conflicts(given: Environment) -> Iterator[str]:
    """A sentence for each."""
    site = urlsplit(given.site_url)
    host = site.hostname or ""
    if not any(_covers(name, host) for name in given.allowed_hosts):
        yield f"ALLOWED_HOSTS mangler {host}, som SITE_URL nævner: skriv det navn med."
    if given.samarbejde_https and site.scheme != "https":
        yield "SITE_URL skal begynde med https://: ret den, eller sæt SAMARBEJDE_HTTPS=0 uden https."
    for flag in ("demo", "debug"):
        if getattr(given, f"samarbejde_{flag}"):
            yield from _reachable(given, f"SAMARBEJDE_{flag.upper()}=1")


def _reachable(given: Environment, flag: str) -> Iterator[str]:
    """The demo opens every mail to everybody, and Django's error pages open the settings."""
    foreign = [name for name in [urlsplit(given.site_url).hostname, *given.allowed_hosts] if name not in HERE]
    way_on = f"fjern {flag} på en rigtig portal, eller"
    if given.samarbejde_https:
        yield f"{flag} må ikke køre med HTTPS: {way_on} sæt SAMARBEJDE_HTTPS=0."
    if given.samarbejde_proxy:
        yield f"{flag} må ikke køre bag en proxy: {way_on} sæt SAMARBEJDE_PROXY=0."
    if foreign:
        yield f"{flag} må ikke svare på {foreign[0]}: {way_on} lad SITE_URL og ALLOWED_HOSTS nævne localhost."
    if given.samarbejde_demo and given.email_url.hostname:
        yield f"{flag} må ikke have en mailserver: {way_on} fjern EMAIL_URL."


def _covers(name: str, host: str) -> bool:
    """As Django reads ALLOWED_HOSTS."""
    name, host = name.lower().strip("[]"), host.lower()
    return name == host or (name.startswith(".") and (host.endswith(name) or host == name[1:]))
