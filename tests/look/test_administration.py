"""The administration's lists on a phone: each row is a card, and nothing of it lies outside the page."""

import pytest
from django.urls import reverse

from tests.look.test_every_page import HOST, Answer, fulfilling
from tests.security.doors import visitor

OUTSIDE = """() => [...document.querySelectorAll("#result_list :is(th, td)")]
    .filter(cell => cell.getBoundingClientRect().right > innerWidth).map(cell => cell.innerText)"""


@pytest.mark.parametrize("name", ["admin:accounts_user_changelist", "admin:councils_membership_changelist"])
def test_a_list_keeps_to_a_phone(name, cast, page):
    assert cast.formaend
    address = reverse(name)
    response = visitor(cast.administrator).get(address)
    page.route("**/*", fulfilling(Answer("", "", address, dict(response.headers), response.content)))
    page.goto(HOST + address)
    assert page.locator("#result_list tbody tr").count() > 2
    assert page.evaluate(OUTSIDE) == []
    assert page.locator("#result_list thead .text a").first.is_visible()
    assert page.locator("#result_list tbody td[data-title]").count() > 2
