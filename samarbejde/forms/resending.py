"""Nothing typed is lost when a page is too old or its reader is logged out: it comes back, to send again."""

import re
from collections.abc import Callable, Mapping
from functools import wraps
from urllib.parse import urlsplit

from django import forms
from django.contrib.auth.decorators import login_required
from django.forms.boundfield import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.datastructures import MultiValueDict
from django.views.decorators.debug import sensitive_post_parameters

from samarbejde.forms.rich_text import RichTextField
from samarbejde.text.rich_text import clean, from_plain, plain_text
from samarbejde.transitions import Refused

View = Callable[..., HttpResponse]

WHERE_TEXT_IS_TYPED = ("/arbejdsbord/", "/administration/", "/hoering/")
_OURS = "csrfmiddlewaretoken"
_WRITTEN = re.compile(r"\s|<|.{12}", re.DOTALL)  # words, not the value of a choice
_TYPED = (forms.CharField, forms.DateField, forms.IntegerField)
_KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


def login_required_to_write(view: View) -> View:
    """`login_required`, but a form that arrives after the session has ended is sent back with its text."""
    checked = login_required(view)

    @wraps(view)
    @sensitive_post_parameters()
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.method == "POST" and not request.user.is_authenticated:
            return sent_back(request, status=401, logged_out=True)
        return checked(request, *args, **kwargs)

    return page


def may_send_back(request: HttpRequest) -> bool:
    """The form came from a page of ours; what another site posts is never offered for sending.

    Nor is what is typed on the pages of the account: there stand passwords and codes.
    """
    if not request.path.startswith(WHERE_TEXT_IS_TYPED):
        return False
    origin = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return bool(request.POST) and not request.FILES and urlsplit(origin).netloc == request.get_host()


def sent_back(
    request: HttpRequest, template: str = "sent_back.html", *, status: int, **context: object
) -> HttpResponse:
    """The whole form again, its words to be read and all of it to be sent."""
    posted = [(name, value) for name, values in request.POST.lists() for value in values if name != _OURS]
    texts = [_readable(value) for _, value in posted if _WRITTEN.search(value) and not _KEY.fullmatch(value)]
    return render(request, template, {"fields": posted, "texts": texts} | context, status=status)


def retyped(form: forms.BaseForm, **changes: object) -> None:
    """Let a bound form show what was typed, but for these fields."""
    data = _several(form.data)
    for name, value in changes.items():
        data.setlist(name, [str(one) for one in value] if isinstance(value, list) else [str(value)])
    form.data = data


def _several(data: Mapping[str, object]) -> MultiValueDict[str, object]:
    """A form is filled in by a request, or by what a step has stored: that has one value for each field."""
    if isinstance(data, MultiValueDict):
        return data.copy()
    return MultiValueDict({name: [value] for name, value in data.items()})


def words_in(form: forms.BaseForm) -> list[tuple[str, str]]:
    """What was typed into a form, to be read: each field that is not a choice, with its label."""
    return [
        (str(field.label), _words(field))
        for field in form.visible_fields()
        if isinstance(field.field, _TYPED) and field.value()
    ]


def _words(field: BoundField) -> str:
    text = str(field.value())
    return plain_text(_readable(text)) if isinstance(field.field, RichTextField) else text


def _readable(typed: str) -> str:
    try:
        return clean(typed if "<" in typed else from_plain(typed))
    except Refused:
        return from_plain(typed)
