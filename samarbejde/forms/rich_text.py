"""The form field for plan text: the editor in the browser, a textarea without JavaScript, cleaned either way.

The page loads the editor in its block `head`: `{% load rich_text %}{% rich_text_editor %}`.
"""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django_prose_editor.widgets import ProseEditorWidget

from samarbejde.text import personal_numbers
from samarbejde.text.rich_text import EXTENSIONS, clean, from_plain, plain_text
from samarbejde.transitions import Refused

# What the editor writes always has one of these; what is typed without it seldom has.
_MARKUP = re.compile(
    r"</?(?:p|br|ul|ol|li|strong|em|b|i|a|blockquote|table|td|h[1-6]|div|span)\b[^<>]*>", re.I
)


_BLOCK_END = re.compile(r"(</(?:p|li|ul|ol|blockquote|tr|table)>)\n*")


class RichTextWidget(ProseEditorWidget):
    def __init__(self, attrs: dict[str, object] | None = None) -> None:
        defaults = {"rows": 14, "lang": "da"}
        super().__init__(defaults | (attrs or {}), config={"extensions": EXTENSIONS}, preset="configurable")

    @property
    def media(self) -> forms.Media:
        # The import map is an inline script: the template tag gives it the request's nonce.
        return forms.Media()

    def format_value(self, value: object) -> str | None:
        """A block a line, for who reads the textarea itself; the editor does not mind."""
        text = super().format_value(value)
        return _BLOCK_END.sub(r"\1\n", text) if text else text

    def render(self, *args: object, **kwargs: object) -> SafeString:
        return format_html(
            '{}<noscript><p class="form-hint">Uden JavaScript: sæt en tom linje mellem afsnittene, '
            "og lad koder som &lt;p&gt; stå.</p></noscript>",
            super().render(*args, **kwargs),
        )


def validate_words(html: str) -> None:
    personal_numbers.validate(plain_text(html))


class RichTextField(forms.CharField):
    """HTML that `samarbejde.text.rich_text.clean` has been over; "" when it holds no words."""

    widget = RichTextWidget
    default_validators = [validate_words]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"strip": False} | kwargs))

    def to_python(self, value: object) -> str:
        text = super().to_python(value) or ""
        try:
            return clean(text if _MARKUP.search(text) else from_plain(text))
        except Refused as refusal:
            raise ValidationError(str(refusal), code="refused") from refusal
