from django import template
from django.forms.widgets import Script
from django.template import Context
from django_prose_editor.widgets import prose_editor_media
from js_asset import Media

register = template.Library()

_OURS = [Script(f"js/{name}.js", type="module") for name in ("prose-editor-words", "prose-editor")]


@register.simple_tag(takes_context=True)
def rich_text_editor(context: Context) -> Media:
    """The editor's styles and scripts, with the nonce that the security policy asks of inline ones."""
    media = Media(js=_OURS) + prose_editor_media(preset="configurable")
    return media.with_nonce(str(context.get("CSP_NONCE", "")))
