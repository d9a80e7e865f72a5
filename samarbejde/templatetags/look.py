"""What templates need to draw the design system: icons, crumbs, form controls, Danish dates."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, cast

from django import forms, template
from django.forms.boundfield import BoundField
from django.forms.widgets import ChoiceWidget
from django.template.defaultfilters import stringfilter
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from samarbejde import danish

register = template.Library()

# How the states of plans, proposals, rounds and signatures are coloured; the words carry the meaning.
STATE_KINDS = {
    "consultation": "info",
    "discussed": "info",
    "open": "info",
    "queued": "info",
    "recommended": "info",
    "submitted": "info",
    "changes_requested": "warning",
    "missing": "warning",
    "pending": "warning",
    "signing": "warning",
    "failed": "error",
    "given_up": "error",
    "late": "error",
    "rejected": "error",
    "voided": "error",
    "accepted_district": "success",
    "accepted_local": "success",
    "complete": "success",
    "done": "success",
    "published": "success",
    "sent": "success",
    "signed": "success",
}


@register.simple_tag
def icon(name: str, label: str = "", css_class: str = "") -> SafeString:
    """An icon of `components/icon_sprite.html`; with no label it is decoration."""
    says = (
        format_html('role="img" aria-label="{}"', label) if label else format_html('aria-hidden="{}"', "true")
    )
    return format_html(
        '<svg class="icon-svg {}" focusable="false" {}><use href="#icon-{}"></use></svg>',
        css_class,
        says,
        name,
    )


@register.inclusion_tag("components/crumb.html")
def crumb(text: str, url_name: str = "", *args: Any, **kwargs: Any) -> dict[str, str]:
    """One step of the breadcrumb; without a URL name it is the page itself."""
    return {"text": text, "url": reverse(url_name, args=args, kwargs=kwargs) if url_name else ""}


@register.filter
def state_kind(state: str) -> str:
    """The design system's colour of a state: info, warning, error, success or quiet."""
    return STATE_KINDS.get(str(state), "quiet")


@register.filter
def danish_date(day: date | datetime | None) -> str:
    """`19. december 2026`; empty for nothing. For pages: mail is plain text (`unbroken`)."""
    if day is None or day == "":
        return ""
    return unbroken(danish.date_text(localtime(day).date() if isinstance(day, datetime) else day))


@register.filter
def danish_moment(moment: datetime | None) -> str:
    """`19. december 2026 kl. 14.05`, in Danish time; empty for nothing."""
    return unbroken(danish.moment_text(moment)) if moment else ""


@register.filter(is_safe=True)
@stringfilter
def unbroken(text: str) -> str:
    """No line ends inside a date, a quarter or a time that stands in the text."""
    return danish.unbroken(text)


@register.simple_tag
def control(field: BoundField, css_class: str) -> SafeString:
    """The field's widget with a class of the design system beside its own.

    No placeholder: it is gone when one begins to write; the hint says the same and stays.
    """
    own = field.field.widget.attrs.get("class", "")
    return field.as_widget(attrs={"class": f"{css_class} {own}".strip(), "placeholder": False})


@register.filter
def choices_of(field: BoundField) -> Iterator[dict[str, Any]]:
    """The options of radio buttons or a checkbox list, each with its attributes."""
    widget = cast(ChoiceWidget, field.field.widget)
    attrs = field.build_widget_attrs({"id": field.auto_id})
    return widget.options(field.html_name, widget.format_value(field.value()), attrs)


@register.filter
def may_be_left_out(field: BoundField) -> bool:
    """Not where nothing is one of the choices, as »Alle« or »Ingen«: then an answer is always given."""
    choices = getattr(field.field.widget, "choices", ())
    return not field.field.required and not any(value == "" for value, _ in choices)


@register.filter
@stringfilter
def with_colon(label: str) -> str:
    """`Titel:`; a label that is a question or a sentence keeps its own mark."""
    return label if label.endswith(("?", ".", "!")) else f"{label}:"


@register.filter
def focus_id(field: BoundField) -> str:
    """The id that a link in the error summary leads to: of a group, the first control."""
    grouped = isinstance(
        field.field.widget,
        forms.RadioSelect | forms.CheckboxSelectMultiple | forms.MultiWidget,
    )
    return f"{field.auto_id}_0" if grouped else field.id_for_label or field.auto_id
