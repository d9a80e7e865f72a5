"""What templates need to draw the design system: icons, crumbs, form controls, Danish dates."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import cast

from django import forms, template
from django.forms.boundfield import BoundField
from django.forms.widgets import ChoiceWidget
from django.template.defaultfilters import stringfilter
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from samarbejde import danish
from samarbejde.site import browser_names, said

register = template.Library()

# How states are coloured; the words carry the meaning.
STATE_KINDS = {
    "adopted": "info",
    "called": "info",
    "consultation": "info",
    "discussed": "info",
    "held": "info",
    "open": "info",
    "postponed": "info",
    "queued": "info",
    "recommended": "info",
    "submitted": "info",
    "under_way": "info",
    "writing": "info",
    "waiting": "info",
    "changes_requested": "warning",
    "correcting": "warning",
    "minutes_sent": "warning",
    "missing": "warning",
    "pending": "warning",
    "signing": "warning",
    "cancelled": "error",
    "failed": "error",
    "given_up": "error",
    "late": "error",
    "declined": "error",
    "rejected": "error",
    "voided": "error",
    "accepted": "success",
    "approved": "success",
    "accepted_district": "success",
    "accepted_local": "success",
    "suggested": "success",
    "complete": "success",
    "done": "success",
    "evaluated": "success",
    "in_place": "success",
    "presented": "success",
    "published": "success",
    "ready": "success",
    "sent": "success",
    "signed": "success",
    "taken": "success",
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


@register.simple_block_tag
def alert(
    content: str, kind: str, heading: str = "", region: str = "", role: str = "", css_class: str = ""
) -> SafeString:
    """`components/alert.html` around paragraphs and lists; what is no sentence alone."""
    context = {"kind": kind, "heading": heading, "region": region, "role": role, "css_class": css_class}
    return render_to_string("components/alert.html", context | {"content": content})


@register.inclusion_tag("components/crumb.html")
def crumb(text: str, url_name: str = "", *args: object, **kwargs: object) -> dict[str, str]:
    """One step of the breadcrumb; without a URL name it is the page itself."""
    return {"text": text, "url": reverse(url_name, args=args, kwargs=kwargs) if url_name else ""}


@register.simple_tag(takes_context=True)
def said_at(context: template.Context, place: str) -> list[object]:
    """What the last step led to here, for `components/said.html`."""
    return [message for message in context.get("messages") or () if said.is_for(message, place)]


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
def danish_day(day: str) -> str:
    """`19. december 2026` of `2026-12-19`, as frozen texts keep their days."""
    return danish_date(date.fromisoformat(day)) if day else ""


@register.filter
def danish_number(number: Decimal | int) -> str:
    return danish.number_text(number)


@register.filter
def danish_moment(moment: datetime | None) -> str:
    """`19. december 2026 kl. 14.05`, in Danish time; empty for nothing."""
    return unbroken(danish.moment_text(moment)) if moment else ""


@register.simple_tag
def time_of(moment: datetime) -> SafeString:
    """The moment as `danish_moment` has it, in an element that tells machines of it, in whole seconds."""
    machine_readable = localtime(moment).isoformat(timespec="seconds")
    return format_html('<time datetime="{}">{}</time>', machine_readable, danish_moment(moment))


@register.filter
def at(place: str) -> str:
    """Of a kommune's name: »i Herning«, »på Bornholm«."""
    return danish.at(place)


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
def choices_of(field: BoundField) -> Iterator[dict[str, object]]:
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


@register.filter
@stringfilter
def in_a_sentence(title: str) -> str:
    """An office as it is written within a sentence."""
    return danish.in_a_sentence(title)


@register.filter
@stringfilter
def in_words(user_agent: str) -> str:
    """The browser that somebody is logged in from."""
    return browser_names.browser_name(user_agent)
