"""The menu of logged-in pages."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from councils.organisation.permissions import own_district
from councils.people.permissions import kept_district
from councils.register.offices import offices


def menu(request: HttpRequest) -> dict[str, object]:
    """Context processor. Lazy, so that citizens' pages never ask who is reading."""
    return {
        "desk_nav": SimpleLazyObject(lambda: _items(request)),
        "desk_role": SimpleLazyObject(lambda: _role(request)),
    }


def _items(request: HttpRequest) -> list[dict[str, object]]:
    if not request.user.is_authenticated:
        return []
    items = [("Arbejdsbord", reverse("desk")), ("Planer", reverse("plans"))]
    if offices(request.user).memberships:
        items.append(("Møder", reverse("meetings")))
        items.append(("Årshjul", reverse("own-year")))
    if own := own_district(request.user):
        items.append(("Organisation", reverse("organisation", args=[own.slug])))
    if district := kept_district(request.user):
        items.append(("Personer", reverse("people", args=[district.slug])))
    if request.user.is_staff:
        items.append(("Administration", reverse("admin:index")))
    items.append(("Offentlige sider", reverse("front")))
    return [{"text": text, "url": url, "current": request.path == url} for text, url in items]


def _role(request: HttpRequest) -> str:
    if not request.user.is_authenticated:
        return ""
    own = offices(request.user).memberships
    if own:
        return f"{own[0].get_role_display()}, {own[0].council.name}"
    return "administrator" if request.user.is_staff else ""
