"""What can be wrong with a page as it stands in the browser."""

import re
from functools import cache
from pathlib import Path

from django.conf import settings
from playwright.sync_api import ConsoleMessage, Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
POLICY = {
    "default-src": {"'none'"},
    "script-src": {"'self'", "'nonce'"},
    "style-src": {"'self'", "'nonce'"},
    "img-src": {"'self'", "data:"},
    "font-src": {"'self'"},
    "connect-src": {"'self'"},
    "form-action": {"'self'"},
    "base-uri": {"'none'"},
    "frame-ancestors": {"'none'"},
}
HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
}
ENGLISH = re.compile(
    r"\b(this field|required|please|save|submit|delete|cancel|home|search|sign in|log ?in|logout|password"
    r"|edit|username|none|true|false|undefined|null|error|page not found|select|choose|add another)\b"
    r"|\{\{|\{%|object \(\d+\)",
    re.IGNORECASE,
)

EDITORS_ARE_READY = """() => document.readyState === "complete"
    && [...document.querySelectorAll("textarea[data-django-prose-editor-configurable]")]
    .every(e => e.closest(".prose-editor:has([role=toolbar]):has([contenteditable][aria-labelledby])"))"""


@cache
def axe() -> str:
    return Path(settings.BASE_DIR, "node_modules/axe-core/axe.min.js").read_text() + "\n;0"


def wait_for_editors(page: Page) -> None:
    if not page.evaluate(EDITORS_ARE_READY):
        page.wait_for_function(EDITORS_ARE_READY)


def wait_for_fonts(page: Page) -> None:
    """Until an icon's font is there, the icon is the letters of its English name."""
    page.wait_for_load_state("domcontentloaded")  # a click may have just begun to fetch the page
    page.evaluate("() => { document.body.offsetWidth; return document.fonts.ready.then(() => true); }")


def faults(page: Page) -> list[str]:
    """What axe finds on the page as it stands; a table that somebody writes may have an empty corner."""
    wait_for_fonts(page)
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe())
    return page.evaluate(
        """async rules => {
            const found = await axe.run(document, {
                runOnly: rules, resultTypes: ["violations"], rules: {"empty-table-header": {enabled: false}}
            });
            return found.violations.flatMap(fault => fault.nodes.map(node => `${fault.id}: ${node.html}`));
        }""",
        RULES,
    )


@cache
def codesniffer() -> str:
    return Path(settings.BASE_DIR, "node_modules/html_codesniffer/build/HTMLCS.js").read_text() + "\n;0"


def sniffed(page: Page) -> list[str]:
    """What HTML_CodeSniffer calls an error of WCAG 2.1 AA: another judge, with rules of its own."""
    page.evaluate(codesniffer())
    return page.evaluate(
        """() => new Promise(done => HTMLCS.process("WCAG2AA", document, () => done(
            HTMLCS.getMessages()
                .filter(said => said.type === HTMLCS.ERROR)
                .map(said => `${said.code.split(".").slice(3).join(".")}: ${said.element.outerHTML}`)
        )))"""
    )


def too_wide(page: Page) -> list[str]:
    """The elements that make the page wider than the window."""
    return page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll("body *")]
            .filter(e => e.getBoundingClientRect().right > innerWidth)
            .map(e => "too wide: " + e.outerHTML.slice(0, 120))"""
    )


def broken_words(page: Page) -> list[str]:
    """The words that begin on one line and end on the next without a hyphen of their own."""
    return page.evaluate(
        """() => {
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const broken = [], range = document.createRange();
            while (walker.nextNode()) {
                const text = walker.currentNode;
                if (text.parentElement.closest("code, .checksum, .sr-only, .material-icons")) continue;
                if (!text.parentElement.checkVisibility()) continue;
                for (const word of text.data.matchAll(/\\p{L}{2,}/gu)) {
                    range.setStart(text, word.index);
                    range.setEnd(text, word.index + word[0].length);
                    const lines = new Set([...range.getClientRects()].map(line => Math.round(line.top)));
                    if (lines.size > 1) broken.push(`broken: ${word[0]}`);
                }
            }
            return broken;
        }"""
    )


def read_twice(page: Page) -> list[str]:
    """Links beside each other that lead to one place, and names that are said again as a title."""
    return page.evaluate(
        """() => {
            const places = new Map(), twice = [];
            for (const link of document.querySelectorAll("main a[href]")) {
                const beside = link.closest("li, tr, dd, p, .action-row, .side-box, section, main");
                const known = places.get(beside) ?? places.set(beside, new Set()).get(beside);
                if (known.has(link.href)) twice.push(`read twice: ${link.outerHTML.slice(0, 120)}`);
                known.add(link.href);
            }
            for (const element of document.querySelectorAll("main :is(a, button)[title]:not([aria-label])"))
                if (element.innerText.trim()) twice.push(`read twice: ${element.outerHTML.slice(0, 120)}`);
            return twice;
        }"""
    )


def words_to_people(page: Page) -> list[str]:
    """English words, and what a template forgot to fill in, among the words of the page."""
    shown = page.evaluate(
        """() => {
            const silent = "script, style, .material-icons";  // an icon font's letters are not read
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const words = [document.title];
            while (walker.nextNode()) {
                if (!walker.currentNode.parentElement.closest(silent)) words.push(walker.currentNode.data);
            }
            const spoken = ["title", "aria-label", "placeholder", "alt"];
            for (const element of document.querySelectorAll(spoken.map(name => `[${name}]`)))
                words.push(...spoken.map(name => element.getAttribute(name) ?? ""));
            return words.join(" ¶ ");
        }"""
    )
    return [f"English: {shown[max(0, f.start() - 30) : f.end() + 30]!r}" for f in ENGLISH.finditer(shown)]


def headings(page: Page) -> list[str]:
    count = page.evaluate("document.querySelectorAll('h1').length")
    return [] if count == 1 else [f"{count} h1"]


def lax_headers(headers: dict[str, str]) -> list[str]:
    """What an answer's headers allow that they should not."""
    policy = re.sub(r"'nonce-[^']+'", "'nonce'", headers.get("content-security-policy", ""))
    rules = {name: set(sources) for name, *sources in map(str.split, filter(None, policy.split(";")))}
    wrong = [f"{name}: {headers.get(name)}" for name, value in HEADERS.items() if headers.get(name) != value]
    missing_nonce = {name: sources - {"'nonce'"} for name, sources in POLICY.items()}
    if rules not in (POLICY, missing_nonce):
        wrong.append(f"content-security-policy: {policy}")
    return wrong


def is_complaint(said: ConsoleMessage) -> bool:
    """An error or a warning, but for the browser's own note of a form that came back."""
    return said.type in ("error", "warning") and not re.search(r"with a status of (409|422) ", said.text)
