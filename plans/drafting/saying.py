"""What a step did beside what was asked of it, said on the next page."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest

from plans.drafting.workflow.following import Followed


def told_on(request: HttpRequest, *, quietly: bool = False) -> Callable[[Followed], None]:
    """`quietly` where the page saves itself and stays: the next page would say each of its tries."""

    def tell(followed: Followed) -> None:
        if quietly:
            return
        if followed.done:
            messages.success(request, followed.done)
        if followed.undone:
            messages.warning(request, followed.undone)

    return tell
