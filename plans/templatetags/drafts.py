"""What can be done with the sections of a draft. A tag, since a plan may have 600 of them."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString

from samarbejde.templatetags.look import icon

register = template.Library()
_EDIT, _ADD, _HISTORY, _COMMENT = icon("edit"), icon("plus"), icon("time"), icon("comment")
_CHECK, _ORIGIN = icon("warning"), icon("subdirectory-arrow-left")
_TOOL = '<li><a class="function-link" href="%s">%s%s<span class="sr-only">%s »%s«</span></a></li>'


@register.simple_tag
def section_tools(
    section: Mapping[str, Any], add: str, manages: bool, writes: bool, comments: bool
) -> SafeString:
    """`section` is a snapshot's, with its row's key, its comments and findings counted, what it came from,
    and addresses.
    """
    title = escape(section["title"])
    tools = _TOOL % (section["history"], _HISTORY, "Historik", " for", title) if manages else ""
    if comments:
        name = f"Kommentarer ({section['comments']})" if section["comments"] else "Kommentér"
        tool = _TOOL.replace("<a ", "<a data-comments-page ")  # comments.js leads there from selected words
        tools += tool % (section["comment"], _COMMENT, name, " til" if section["comments"] else "", title)
    if section["findings"]:
        many = "Én ting" if section["findings"] == 1 else f"{section['findings']} ting"
        tools += _TOOL % (section["check"], _CHECK, f"{many} at se på", " i", title)
    for origin in section["origins"]:
        tools += _TOOL % (
            origin.address,
            _ORIGIN,
            escape(origin.name),
            f" fra {escape(origin.whose)}, til",
            title,
        )
    if writes:
        beside = _TOOL % (f"{add}?ved={section['key']}", _ADD, "Tilføj afsnit her", ", ved", title)
        tools = _TOOL % (section["edit"], _EDIT, "Ret", "", title) + beside + tools
    return SafeString(f'<ul class="section-tools nobullet-list">{tools}</ul>')  # nosec B703: the title is escaped
