from django import template
from django.forms.widgets import Script
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django_prose_editor.widgets import prose_editor_js, prose_editor_media
from js_asset import Media

from samarbejde.text import redline_showing, rich_text_showing

register = template.Library()

_SCRIPTS = ("words", "toolbar", "dialog", "", "back")


def _module(name: str) -> Script:
    return Script(f"js/prose-editor{'-' if name else ''}{name}.js", type="module")


@register.simple_tag(takes_context=True)
def rich_text_editor(context: Context, *more: str) -> SafeString:
    """The editor's styles and scripts, with the nonce that the security policy asks of inline ones.

    `more` are modules that this page alone has, and that must hear when an editor is ready.

    Where it finds no style element of this name the editor makes one, and the policy refuses that:
    its rules are in forms.css instead.
    """
    nonce = str(context.get("CSP_NONCE", ""))
    ours = map(_module, (*_SCRIPTS, *more))
    media = Media(js=[*ours, prose_editor_js]) + prose_editor_media(preset="configurable")
    return format_html('<style data-tiptap-style nonce="{}"></style>{}', nonce, media.with_nonce(nonce))


@register.filter
def shown(html: str, where: str = "") -> SafeString:
    """Plan text that `clean` has been over, as readers need it."""
    return SafeString(rich_text_showing.shown(html or "", where))  # nosec B703: `clean` has written it


@register.filter
def redlined(html: str, where: str = "") -> SafeString:
    """What `samarbejde.text.redline` has written, of a text or of a line, as readers need it."""
    words = rich_text_showing.shown(redline_showing.with_words(html or ""), where)
    return SafeString(words)  # nosec B703: `clean` has written it, or it is escaped
