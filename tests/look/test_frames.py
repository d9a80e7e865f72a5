from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from lxml import html

pytestmark = pytest.mark.django_db


def head(response) -> html.HtmlElement:
    return html.fromstring(response.content).find(".//header")


def test_citizens_pages_need_no_session(client):
    response = client.get(reverse("accessibility-statement"))
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    page = html.fromstring(response.content)
    assert page.get("lang") == "da"
    assert page.findtext(".//title") == "Tilgængelighedserklæring – Samarbejde"
    assert page.xpath("//a[@class='skipnav']/@href") == ["#main-content"]
    assert page.xpath("//form[@role='search']/@action") == [reverse("search")]
    assert page.xpath("//footer//a[@href='/was/']")


def test_logged_in_pages_say_who_you_are_and_let_you_out(cast, as_user):
    user = cast.formand_herning
    page = as_user(user).get(reverse("mfa_index"))
    top = head(page)
    assert user.name in top.text_content()
    way_out = top.xpath(f".//form[@action='{reverse('account_logout')}']")[0]
    assert way_out.get("method") == "post"
    assert way_out.xpath(".//input[@name='csrfmiddlewaretoken']")
    assert head(Client().get(reverse("account_login"))).xpath(".//form") == []


@pytest.mark.parametrize(
    ("page", "heading"),
    [
        ("400", "Vi forstod ikke det, du sendte"),
        ("404", "Siden findes ikke"),
        ("413", "Det fylder for meget"),
        ("429", "Vent lidt"),
        ("503", "Portalen holder en pause"),
        ("500", "Der skete en fejl hos os"),
        ("403_csrf", "Siden er for gammel"),
    ],
)
def test_an_error_page_needs_nothing_and_shows_a_way_on(page, heading, django_assert_num_queries):
    with django_assert_num_queries(0):
        shown = html.fromstring(render_to_string(f"{page}.html"))
    assert shown.findtext(".//h1") == heading
    assert len(shown.xpath("//main//p | //main//li")) >= 2


def test_a_refusal_says_why(rf: RequestFactory):
    shown = html.fromstring(
        render_to_string("403.html", {"exception": "Kun formanden kan indsende <forslag>."})
    )
    assert "Kun formanden kan indsende <forslag>." in shown.text_content()
    assert "Din rolle giver ikke adgang" in html.fromstring(render_to_string("403.html")).text_content()
    assert shown.xpath(f"//main//a[@href='{reverse('desk')}']")


def test_an_address_that_is_nothing_gets_our_page(client):
    response = client.get("/findes/ikke/slet/ikke/")
    assert response.status_code == 404
    assert "Siden findes ikke" in response.content.decode()


def test_a_browser_that_asks_for_an_icon_by_itself_finds_the_mark(client):
    """As it does beside a PDF, which names none."""
    answer = client.get("/favicon.ico")
    assert (answer.status_code, answer["Location"]) == (301, "/static/img/mark.svg")
    assert answer["Cache-Control"] == "public, max-age=86400"
    assert not answer.cookies


def test_the_title_tells_that_there_are_errors(client):
    page = html.fromstring(client.post(reverse("account_login"), {"login": "a@example.org"}).content)
    assert page.findtext(".//title") == "Fejl: Log ind – Samarbejde"
    assert page.xpath("//input[@name='login']/@value") == ["a@example.org"]


def test_nothing_of_the_design_system_is_served_that_no_page_loads():
    folders = {given[0] for given in settings.STATICFILES_DIRS if isinstance(given, tuple)}
    templates = "".join(file.read_text() for file in Path(settings.BASE_DIR, "templates").rglob("*.html"))
    style = Path(finders.find("dkfds/css/dkfds.min.css")).read_text()
    unused = {name for name in folders if f"'{name}/" not in templates and f"../{name[6:]}/" not in style}
    assert unused == set()
