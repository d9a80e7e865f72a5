"""What makes a form keep what is typed in it: in the browser, and by saving itself."""

from django import template
from django.forms import BaseForm, Textarea
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag(takes_context=True)
def keep(context: Context, form: BaseForm, *text: object, saves_itself: bool = False) -> SafeString:
    """The attributes of the form's element: `<form method="post" {% keep form "afsnit" section.pk %}>`.

    `text` names what is written in it. A form that comes back with what was typed does not save itself: there
    is something to decide first. `components/keeping.html` and `saving.html` stand inside the form.
    """
    person = context["request"].user
    name = ":".join(map(str, (person.pk, *text)))
    kept = format_html('data-keep="{}" data-compare="{}"', name, reverse("compare-typed"))
    if form.is_bound:
        return format_html("{} data-not-saved", kept)
    return format_html("{} data-autosave", kept) if saves_itself and person.saves_while_writing else kept


@register.filter
def is_long(form: BaseForm | None) -> bool:
    """It asks for more than a line: what is typed in it is kept by every page of one form."""
    return form is not None and any(isinstance(field.widget, Textarea) for field in form.fields.values())
