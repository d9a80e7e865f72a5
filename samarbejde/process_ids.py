"""Processes of this machine by their number. Can be imported before the packages are installed."""

import os


def is_alive(pid: int) -> bool:
    """Whoever runs it."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
