"""The administrators' workplace: Django's admin behind the portal's own login, for people and register only.

Plans are not registered here: their text is written by those who answer for it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.auth import get_user_model
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver

from samarbejde.forms.plain_text import LineField, TextField
from samarbejde.text import personal_numbers
from samarbejde.text.rich_text import line

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
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not self.has_permission(request):
                raise PermissionDenied("Kun administratorer har adgang til administrationen.")
            response: HttpResponse = shown(request, *args, **kwargs)
            return response

        return cast(View, guarded)


administration = Administration(name="admin")


_WORDS = {models.CharField: LineField, models.TextField: TextField}


class ForAdministrators:
    """Mixed into admin classes: who may open the administration may use it; there are no lesser rights."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Words as everywhere else; choices without Django's row of icons, but for the plus of a person."""
        if form_class := _WORDS.get(type(db_field)):
            kwargs.setdefault("form_class", form_class)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if isinstance(field, forms.CharField) and personal_numbers.validate not in field.validators:
            field.validators.append(personal_numbers.validate)
        if isinstance(widget := getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            widget.can_change_related = widget.can_delete_related = widget.can_view_related = False
            widget.can_add_related = db_field.related_model is get_user_model()
        return field

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Model], search_term: str
    ) -> tuple[QuerySet[Model], bool]:
        found: tuple[QuerySet[Model], bool] = super().get_search_results(  # type: ignore[misc]
            request, queryset, line(search_term)
        )
        return found

    def has_module_permission(self, request: HttpRequest) -> bool:
        return administration.has_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return administration.has_permission(request)

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return administration.has_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return administration.has_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return administration.has_permission(request)


class ReadOnly(ForAdministrators):
    """Shown to administrators, changed by nobody here."""

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False
