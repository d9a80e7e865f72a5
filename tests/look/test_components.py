import re
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import render_to_string
from lxml import html

from councils.agendas.states import RequestState
from councils.meetings.states import MeetingState
from plans.action_plans.models import ActionPlanState, Status
from plans.approval.models import RoundState, SignatureState
from plans.document.models import WritingStatus
from plans.document.states import PlanState
from plans.proposals.states import ProposalState
from plans.publication.models import PublicationState
from plans.suggestions.models import SuggestionState
from plans.yearly_account.models import AccountState
from samarbejde.outbox.models import MessageState
from samarbejde.templatetags.look import STATE_KINDS, danish_date, danish_moment, icon

STATES = (
    *(AccountState, ActionPlanState, MeetingState, RequestState, Status),
    *(MessageState, PlanState, ProposalState, PublicationState),
    *(RoundState, SignatureState, SuggestionState, WritingStatus),
)
TEMPLATES = Path(settings.BASE_DIR) / "templates"


def shown(name: str, **context) -> html.HtmlElement:
    return html.fromstring(f"<div>{render_to_string(f'components/{name}.html', context)}</div>")


def words(element) -> str:
    return " ".join(element.text_content().split())


def test_every_icon_that_is_drawn_is_in_the_sprite():
    there = set(re.findall(r'id="icon-([a-z-]+)"', (TEMPLATES / "components/icon_sprite.html").read_text()))
    drawn = {
        name
        for page in TEMPLATES.rglob("*.html")
        for name in re.findall(r'{% icon "([a-z-]+)"', page.read_text())
    }
    assert drawn
    assert drawn <= there


def test_every_component_says_what_it_needs():
    for page in (TEMPLATES / "components").glob("*.html"):
        assert page.read_text().startswith("{#"), page.name


def test_an_icon_has_a_name_or_is_hidden():
    assert 'aria-hidden="true"' in icon("search")
    assert 'role="img" aria-label="Fejl &lt;1&gt;"' in icon("error", "Fejl <1>")


def test_every_coloured_state_is_a_state():
    states = {state.value for kind in STATES for state in kind}
    assert set(STATE_KINDS) - states == {"late", "missing"}


def test_a_badge_says_its_state_in_words():
    badge = shown("badge", state=ProposalState.REJECTED, label="afvist").find("span")
    assert badge.get("class") == "badge badge-error"
    assert badge.text == "afvist"
    assert "badge-quiet" in shown("badge", state="noget andet", label="x").find("span").get("class")


def test_dates_are_danish_and_in_danish_time():
    assert danish_date(date(2026, 12, 19)) == "19.\xa0december 2026"
    assert danish_date(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)) == "1.\xa0januar 2027"
    assert danish_moment(datetime(2026, 7, 1, 12, 5, tzinfo=UTC)) == "1.\xa0juli 2026 kl.\xa014.05"
    assert danish_date(None) == danish_moment(None) == ""


@pytest.mark.parametrize(
    ("is_late", "says"), [(True, "Fristen var 1. maj 2026"), (False, "Senest 1. maj 2026")]
)
def test_what_waits_says_when(is_late, says):
    item = SimpleNamespace(
        title="Svar & send", text="", due=date(2026, 5, 1), is_late=is_late, url="/a/", action="Svar"
    )
    cards = shown("waiting", items=[item])
    assert says in words(cards)
    assert words(cards.xpath("//a")[0]) == "Svar: Svar & send"


def test_a_timeline_says_who_and_when():
    event = SimpleNamespace(
        at=datetime(2026, 7, 1, 12, 5, tzinfo=UTC), actor_name="Mette Holm", text="Indsendt"
    )
    assert words(shown("timeline", events=[event])) == "Indsendt 1. juli 2026 kl. 14.05 · Mette Holm"


def test_the_contents_link_to_the_sections():
    section = {"label": "3.1", "anchor": "natteliv", "depth": 1, "kind": "section", "heading": "Natteliv"}
    link = shown("contents", sections=[section]).xpath("//li/a")[0]
    assert (link.get("href"), words(link)) == ("#natteliv", "3.1 Natteliv")


@pytest.mark.parametrize(
    ("number", "links"),
    [(1, {"?q=ø&side=2"}), (2, {"?q=ø&side=1", "?q=ø&side=3"}), (3, {"?q=ø&side=2"})],
)
def test_pages_are_turned_one_at_a_time(number, links):
    turner = shown("pagination", page=Paginator(range(30), 10).page(number), query="q=ø")
    assert {link.get("href") for link in turner.xpath("//a")} == links
    assert f"Side {number} af 3" in words(turner)


def test_one_page_is_not_turned():
    assert not shown("pagination", page=Paginator(range(3), 10).page(1)).xpath("//nav")


def test_warnings_are_said_at_once_and_good_news_in_turn():
    assert shown("alert", kind="error", text="Fristen er overskredet").find("div").get("role") == "alert"
    assert shown("alert", kind="success", text="Gemt").find("div").get("role") == "status"


def test_an_alert_stands_around_more_than_a_text():
    page = """{% load look %}{% alert "warning" heading=title region="left-open" css_class="wide" %}
      <ul class="alert-text"><li>{{ thing }}</li></ul>{% endalert %}
      {% alert "info" role="note" %}Ja{% endalert %}"""
    drawn = Template(page).render(Context({"title": "Mangler & venter", "thing": "1 < 2"}))
    region, note = html.fromstring(f"<div>{drawn}</div>").findall("div")
    assert (region.get("class"), region.get("role")) == ("alert alert-warning wide", "region")
    assert words(region.xpath("//*[@id='left-open']")[0]) == "Mangler & venter"
    assert region.get("aria-labelledby") == "left-open"
    assert words(region.xpath(".//li")[0]) == "1 < 2"
    assert (note.get("role"), words(note)) == ("note", "Ja")


def test_words_in_place_of_others_are_told_apart_by_eye_and_by_ear():
    change = shown("replaced", old="kredsdekkende", new="kredsdækkende")
    assert change.xpath("string()") == "(udgår: kredsdekkende) (nyt: kredsdækkende)"
    gone, fresh = change.xpath("//del"), change.xpath("//ins")
    assert [words(one) for one in (*gone, *fresh)] == ["(udgår: kredsdekkende)", "(nyt: kredsdækkende)"]
    assert {one.get("class") for one in change.iter("span")} == {"sr-only"}
    assert words(shown("replaced", old="Slettet", new="")) == "(udgår: Slettet)"


BY_HAND = {"components/alert.html", "components/error_summary.html", "dkfds/errors_formset.html"}


def test_no_other_alert_is_drawn_by_hand():
    drawn = {page for page in TEMPLATES.rglob("*.html") if 'class="alert alert' in page.read_text()}
    assert {str(page.relative_to(TEMPLATES)) for page in drawn} == BY_HAND


def test_a_question_before_an_act_has_a_way_back():
    panel = shown(
        "confirm", heading="Offentliggør?", text="Alle kan læse den.", button="Offentliggør", cancel_url="/x/"
    )
    assert panel.xpath("//form/@method") == ["post"]
    assert panel.xpath("//a[@href='/x/']/text()") == ["Fortryd"]


def test_the_step_that_is_current_is_marked():
    steps = [
        SimpleNamespace(label="Udkast", done=True, current=False),
        SimpleNamespace(label="Høring", done=False, current=True),
    ]
    current = shown("steps", steps=steps).xpath("//li[@aria-current='step']")
    assert [words(step) for step in current] == ["Høring"]


def test_the_button_that_leads_is_the_first_one_though_what_stands_before_it_has_none():
    told = SimpleNamespace(title="Portalen sender ingen e-mails lige nu", url="")
    first, second = (SimpleNamespace(title=title, url="/x/", action=title) for title in ("Svar", "Læs"))
    shelf = shown("waiting", items=[told, first, second], first=first)
    assert [words(one) for one in shelf.xpath('//a[contains(@class, "button-primary")]')] == ["Svar: Svar"]
    assert [words(one) for one in shelf.xpath('//a[contains(@class, "button-secondary")]')] == ["Læs: Læs"]


def test_whoever_is_asked_the_last_question_reads_beside_it_what_happens_then():
    pages = [page for page in TEMPLATES.rglob("*.html") if "components/confirm.html" in page.read_text()]
    plain = {page.name for page in pages if "page-wide" not in page.read_text() and "mfa" not in page.parts}
    told = {page.name for page in pages if 'id="what-happens"' in page.read_text()}
    assert len(plain) >= 8
    assert plain == told
