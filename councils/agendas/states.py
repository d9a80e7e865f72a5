"""What becomes of a point that somebody asks for."""

from django.db import models


class RequestState(models.TextChoices):
    WAITING = "waiting", "venter på svar"
    TAKEN = "taken", "på dagsordenen"
    DECLINED = "declined", "ikke taget på"


REQUEST_TRANSITIONS: dict[str, frozenset[str]] = {
    RequestState.WAITING: frozenset({RequestState.TAKEN, RequestState.DECLINED}),
    RequestState.TAKEN: frozenset({RequestState.WAITING}),  # when its point or its meeting is given up
}
