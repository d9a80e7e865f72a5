"""The browser and the machine that somebody is logged in from, in words that they recognise."""

# What stands in the User-Agent, and what people call it: the first that fits, since each names others too.
BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox/": "Firefox",
    "FxiOS/": "Firefox",
    "CriOS/": "Chrome",
    "Chrome/": "Chrome",
    "Safari/": "Safari",
}
MACHINES = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS X": "Mac",
    "CrOS": "Chromebook",
    "Linux": "Linux",
}
UNKNOWN = "Ukendt browser"


def browser_name(user_agent: str) -> str:
    """»Safari på iPhone« of a User-Agent header."""
    browser = next((name for mark, name in BROWSERS.items() if mark in user_agent), UNKNOWN)
    machine = next((name for mark, name in MACHINES.items() if mark in user_agent), "")
    return f"{browser} på {machine}" if machine else browser
