"""What the log says was done, oldest first."""

from django.db.models import Model

from samarbejde.events.models import Event


def logged(thing: Model, *rooms: str) -> list[str]:
    """Of this thing and what lies within it; `rooms` are what verbs begin with: `logged(plan, "duty")`."""
    events = Event.objects.about(thing).order_by("pk")
    return [event.text for event in events if not rooms or event.verb.partition(".")[0] in rooms]
