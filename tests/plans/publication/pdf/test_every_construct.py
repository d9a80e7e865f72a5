"""All that a text may hold, on the web and in the PDF: the same words and numbers in the same order."""

import io
import re
from base64 import b64encode

import pikepdf
import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Page

from plans.document.snapshot import Snapshot
from plans.publication.pdf import rendering
from plans.publication.pdf.checking import findings
from plans.publication.pdf.typesetting import typeset
from samarbejde.files.remaking import made_of
from samarbejde.text.rich_text import EXTENSIONS, clean
from tests.plans.pictures.making import sent
from tests.plans.publication.pdf import samples
from tests.plans.publication.pdf.conftest import PUBLISHED
from tests.plans.publication.pdf.reading import tags
from tests.written import LISTS, wide_table

PICTURE = made_of(sent(size=(1600, 800)))
NAMED = f'data-picture="{PICTURE.name}" data-size="1600x800"'
FIRST = f"""
    <p>Fed <strong>og <em>skrå</em></strong>, 12 m<sup>2</sup> og CO<sub>2</sub>,<br>ny linje.</p>
    <p>Et <a href="https://politi.dk/a" title="Mere">link</a>
    og en note<span data-footnote="">Første note, se https://politi.dk/b.</span> midt i.</p>
    <blockquote><p>Et citat med note<span data-footnote="">Anden note.</span>.</p></blockquote>
    {LISTS}
    <figure {NAMED} data-alt="To betjente på torvet"><figcaption>Torvet</figcaption></figure>
    <figure {NAMED} data-alt=""></figure>
    <ul><li>punkt med billede<figure {NAMED} data-alt="Et kort"></figure></li></ul>
    {wide_table(3)}
    <table><tr><th>a</th><td colspan="2">b<span data-footnote="">Tredje note.</span></td></tr>
    <tr><td rowspan="2">c</td><td>d</td><td>e</td></tr><tr><td>f</td><td>g</td></tr></table>"""
SECOND = f"""
    <p>Næste kapitel<span data-footnote="">Fjerde note.</span>.</p>
    <figure {NAMED} data-alt="Stationen"><figcaption>Stationen i Holstebro</figcaption></figure>"""
WITHOUT = {"TidyPaste", "RegisterField"}  # an element of their own
SHOWN = {  # what each thing that the editor offers is on a page
    "Bold": "strong",
    "Italic": "em",
    "Superscript": "sup",
    "Subscript": "sub",
    "BulletList": "ul",
    "OrderedList": "ol",
    "ListItem": "li",
    "HardBreak": "br",
    "Blockquote": "blockquote",
    "Link": "a",
    "Table": "table",
    "TableRow": "tr",
    "TableHeader": "th",
    "TableCell": "td",
    "Footnote": "ol",
    "PlanPicture": "figure",
}
# The page's words as they are seen, with the marks that the browser paints before items.
WORDS = """() => {
    const roman = (n) => ["", "i", "ii", "iii", "iv"][n];
    const letter = (n) => String.fromCharCode(96 + n);
    const small = { decimal: String, "lower-roman": roman, "lower-alpha": letter };
    for (const item of document.querySelectorAll("li")) {
        const list = item.parentElement;
        const type = getComputedStyle(item).listStyleType;
        const number = [...list.children].indexOf(item) + (list.start ?? 1);
        const count = small[type]?.(number) ?? small[type.replace("upper", "lower")]?.(number).toUpperCase();
        item.prepend(list.localName === "ol" ? `${count}. ` : "• ");
    }
    return document.body.innerText;
}"""


@pytest.fixture(scope="module")
def text() -> Snapshot:
    body, second = clean(FIRST), clean(SECOND)
    sections = [
        samples.section("1", "Først", 0, kind="chapter", body=body, closing="<p>Til sidst.</p>"),
        samples.section("2", "Så", 0, kind="chapter", body=second),
    ]
    return samples.snapshot(sections)


@pytest.fixture
def pictures(monkeypatch) -> dict[str, str]:
    """As `printed` finds them, without a database."""
    kept = {PICTURE.name: f"data:{PICTURE.kind};base64,{b64encode(PICTURE.content).decode()}"}
    monkeypatch.setattr(rendering, "printed", lambda text: kept)
    return kept


def said(words: str) -> list[str]:
    """Whatever is a word or a number: a screen paints other marks before a plain list's items."""
    return re.findall(r"\w+", words)


def test_the_web_and_the_pdf_say_the_same(text, pictures, pages, page: Page):
    context = {"snapshot": text, "pictures": pictures}
    page.set_content(render_to_string("plans/document/_plan.html", context))
    for name in (name for name, wanted in EXTENSIONS.items() if wanted and name not in WITHOUT):
        assert page.locator(SHOWN[name]).count(), f"{name} is not tried here"
    assert page.locator("img").evaluate_all("all => all.map((each) => each.alt)") == [
        "To betjente på torvet",
        "",
        "Et kort",
        "Stationen",
    ]
    data = typeset(rendering.print_job(text, edition=1, published_on=PUBLISHED))
    assert said(" ".join(pages(data, body=True)[2:])) == said(page.evaluate(WORDS))
    assert findings(data) == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        boxes = [[float(edge) for edge in tag.A.BBox] for tag in tags(pdf, "Figure")]
        shown = [str(tag.Alt) for tag in tags(pdf, "Figure") if "/Alt" in tag]
    assert {round((right - left) / (top - bottom), 1) for left, bottom, right, top in boxes} == {2.0}
    assert shown == ["To betjente på torvet", "Et kort", "Stationen"], "and none for decoration"
