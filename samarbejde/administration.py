"""The administrators' workplace: Django's admin behind the portal's own login, for people and register only.

Plans are not registered here: their text is written by those who answer for it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.auth import get_user_model
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver

View = TypeVar("View", bound=Callable[..., Any])

# The portal has pages of its own for these, with limits on attempts and a second factor.
_LEFT_OUT = {"login", "logout", "password_change", "password_change_done", "view_on_site"}


class Administration(admin.AdminSite):
    site_title = site_header = "Administration"
    index_title = "Personer, råd og register"
    site_url = None
    enable_nav_sidebar = False
    empty_value_display = "–"

    def get_urls(self) -> list[URLPattern | URLResolver]:
        return [url for url in super().get_urls() if getattr(url, "name", None) not in _LEFT_OUT]

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """Anonymous people are led to the portal's login, others than administrators get 403."""
        shown = super().admin_view(view, cacheable)

        @wraps(shown)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not self.has_permission(request):
                raise PermissionDenied("Kun administratorer har adgang til administrationen.")
            response: HttpResponse = shown(request, *args, **kwargs)
            return response

        return cast(View, guarded)


administration = Administration(name="admin")


class ForAdministrators:
    """Mixed into admin classes: who may open the administration may use it; there are no lesser rights."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Choices without Django's row of icons, but for the plus that adds a person."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if isinstance(widget := getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            widget.can_change_related = widget.can_delete_related = widget.can_view_related = False
            widget.can_add_related = db_field.related_model is get_user_model()
        return field

    def has_module_permission(self, request: HttpRequest) -> bool:
        return administration.has_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return administration.has_permission(request)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return administration.has_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return administration.has_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return administration.has_permission(request)


class ReadOnly(ForAdministrators):
    """Shown to administrators, changed by nobody here."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
