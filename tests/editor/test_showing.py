"""What editors may write, as citizens see it."""

from playwright.sync_api import expect

from samarbejde.text.rich_text import clean
from tests.browser import PHONE
from tests.making import an_edition
from tests.written import LISTS, NUMBERED, wide_table

# The words of the list items behind the marks that the browser paints.
WITH_MARKS = """() => {
    const roman = (n) => ["", "i", "ii", "iii"][n];
    const letter = (n) => String.fromCharCode(96 + n);
    const small = {
        "decimal": (n) => `${n}.`,  "none": () => "•",  // painted before the item
        "lower-roman": (n) => `${roman(n)}.`, "lower-alpha": (n) => `${letter(n)}.`,
    };
    const paint = (type, n) => small[type]?.(n) ?? small[type.replace("upper", "lower")](n).toUpperCase();
    const items = [...document.querySelectorAll("[data-lists] li")];
    return items.map((item) => {
        const list = item.parentElement;
        const place = [...list.children].indexOf(item) + (list.start ?? 1);
        return `${paint(getComputedStyle(item).listStyleType, place)} ${item.firstChild.textContent.trim()}`;
    }).join(" ");
}"""


TAB_STOPS = """stops => [...document.querySelectorAll(".wide-table")]
    .every((frame, place) => frame.tabIndex === stops[place])"""


def test_wide_tables_and_numbered_lists(portal, natteliv):
    natteliv.body = clean(LISTS + wide_table(11, name="Forebyggelse") + wide_table(4, name="Forebyggelse"))
    natteliv.save()
    an_edition(natteliv.plan)
    address = f"/midt-og-vestjylland/{natteliv.plan.year}/"
    for size, stops in ((None, [0, -1]), (PHONE, [0, 0])):
        reader = portal.visitor(size=size) if size else portal.visitor()
        reader.opens(address)
        frames = reader.page.get_by_role("region", name="Natteliv: Forebyggelse 1, Forebyggelse 2")
        expect(frames).to_have_count(2)
        reader.page.wait_for_function(TAB_STOPS, arg=stops)
        frames.first.focus()
        reader.types("ArrowRight")
        reader.page.wait_for_function("() => document.activeElement.scrollLeft > 0")
    section = reader.section("Natteliv")
    section.evaluate("section => section.setAttribute('data-lists', '')")
    assert reader.page.evaluate(WITH_MARKS) == NUMBERED
