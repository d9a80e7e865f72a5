"""What administrators do is written down where they cannot remove it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.db import IntegrityError
from django.db.models import Model, QuerySet
from django.forms.models import BaseModelFormSet, ModelChoiceField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from samarbejde.danish import value_text
from samarbejde.events.models import Event
from samarbejde.events.recording import record
from samarbejde.forms.attempts import Attempt
from samarbejde.site.administration import ForAdministrators
from samarbejde.transitions import Refused


class RecordedAdmin(ForAdministrators, admin.ModelAdmin):
    """Each row that is added, changed or deleted becomes an event that says what stood before."""

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change:
            _record_change(request, obj, form)
        else:
            _record(request, "register.added", f"Oprettede {_named(obj)}", obj)

    def save_formset(
        self, request: HttpRequest, form: forms.ModelForm, formset: BaseModelFormSet, change: bool
    ) -> None:
        super().save_formset(request, form, formset, change)
        parts = {id(part.instance): part for part in formset.forms}
        for obj in formset.new_objects:
            _record(request, "register.added", f"Oprettede {_named(obj)}", obj)
        for obj, _ in formset.changed_objects:
            _record_change(request, obj, parts[id(obj)])
        self._record_deletions(request, formset.deleted_objects)

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        self._record_deletions(request, [obj])
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Model]) -> None:
        self._record_deletions(request, queryset)
        super().delete_queryset(request, queryset)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, object] | None = None,
    ) -> HttpResponse:
        """What only the database saw, such as a post that another filled meanwhile, is refused in words."""
        with Attempt(request):
            try:
                return super().changeform_view(request, object_id, form_url, extra_context)
            except IntegrityError as broken:
                raise Refused(
                    "Det passer ikke med noget, der er gemt. Se siden igen, og ret en ting ad gangen."
                ) from broken
        return redirect(request.get_full_path())

    def _record_deletions(self, request: HttpRequest, rows: Iterable[Model]) -> None:
        for obj in rows:
            _record(request, "register.removed", f"Slettede {_named(obj)}", obj)


def _record_change(request: HttpRequest, obj: Model, form: forms.ModelForm) -> None:
    if form.changed_data:
        changes = "; ".join(_change(form, name) for name in form.changed_data)
        _record(request, "register.changed", f"Rettede {_named(obj)}: {changes}", obj)


def _record(request: HttpRequest, verb: str, text: str, obj: Model) -> Event:
    assert request.user.is_authenticated
    person = getattr(obj, "user", None)  # a term of office is told of on its person's page too
    return record(verb, text, by=request.user, subject=obj, within=person, internal=True)


def _named(obj: Model) -> str:
    return f"{obj._meta.verbose_name} »{obj}«"


def _change(form: forms.ModelForm, name: str) -> str:
    """`titel »Borgmester« → »Borgmester i Herning Kommune«`."""
    field = form.fields[name]
    before, after = form.get_initial_for_field(field, name), form.cleaned_data.get(name)
    if isinstance(field, ModelChoiceField) and field.queryset is not None and before not in (None, ""):
        before = field.queryset.model._default_manager.filter(pk=before).first()
    return f"{str(field.label or name).lower()} »{_shown(field, before)}« → »{_shown(field, after)}«"


def _shown(field: forms.Field, value: object) -> str:
    if isinstance(value, list | tuple | QuerySet):
        return ", ".join(str(one) for one in value)
    choices = dict(getattr(field, "choices", [])) if isinstance(field, forms.TypedChoiceField) else {}
    return value_text(value if value in (None, "") else choices.get(value, value))
