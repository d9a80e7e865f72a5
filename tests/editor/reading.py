"""What stands in the editor, in its textarea, and in the database."""

from playwright.sync_api import Page

from plans.document.models import Section

BOTH = """label => {
    const area = [...document.querySelectorAll(".prose-editor textarea")].find(
        (each) => each.labels[0].textContent.trim().startsWith(label));
    const words = (dom) => [...dom.querySelectorAll("p")].map((each) => each.textContent);
    const sent = new DOMParser().parseFromString(area.value, "text/html").body;
    return [words(area.closest(".prose-editor").querySelector(".ProseMirror")), words(sent)];
}"""
# The names of the texts that lie in this browser.
KEPT = """async () => {
    const asked = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
    const db = await asked(indexedDB.open("samarbejde", 1));
    const keys = await asked(db.transaction("typed").objectStore("typed").getAllKeys());
    return [...keys, ...Object.keys(localStorage).filter((name) => name.startsWith("typed:"))];
}"""


def on_screen(page: Page, label: str = "Tekst") -> list[str]:
    """The paragraphs that the editor shows, once they are those that the form would send."""
    page.wait_for_function(
        f"""label => {{
        const [shown, sent] = ({BOTH})(label);
        return JSON.stringify(shown) === JSON.stringify(sent);
    }}""",
        arg=label,
    )
    return page.evaluate(BOTH, label)[0]


def stands(row: Section) -> str:
    row.refresh_from_db()
    return row.body
