from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from samarbejde.text.matching import opcodes


def line_difference(before: str, after: str) -> SafeString:
    """The newer of two lines of plain text, such as headings, with what is gone in it."""
    parts: list[str] = []
    old, new = before.split(), after.split()
    for what, a, b, c, d in opcodes(old, new):
        if what == "equal":
            parts.append(" ".join(old[a:b]))
            continue
        if b > a:
            parts.append(format_html("<del>{}</del>", " ".join(old[a:b])))
        if d > c:
            parts.append(format_html("<ins>{}</ins>", " ".join(new[c:d])))
    return format_html_join(" ", "{}", ((part,) for part in parts))
