"""A form that comes too late, too big or from elsewhere: what was typed comes back, to its writer alone."""

import pytest
from django import forms
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from samarbejde.forms.resending import retyped

HERE = {"HTTP_ORIGIN": "http://testserver"}


@pytest.fixture
def strict(cast) -> Client:
    """The secretariat in a browser whose page is too old."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.sekretariat)
    return client


@pytest.fixture
def address(cast) -> str:
    return reverse("start-plan")


FORM = {
    "heading": "Min nye overskrift",
    "body": "<p>Min <b>tekst</b> <img src=x onerror=y></p>",
    "version": "7",
}


def test_an_old_page_gives_the_text_back_to_be_sent_again(strict, address):
    answer = strict.post(address, FORM | {"csrfmiddlewaretoken": "gammelt"}, **HERE)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Siden er for gammel" in page
    assert "<p>Min <strong>tekst</strong></p>" in page
    assert "Min nye overskrift" in page
    assert dict(answer.context["fields"]) == FORM
    assert "gammelt" not in page
    token = answer.context["csrf_token"]
    again = strict.post(address, FORM | {"csrfmiddlewaretoken": str(token)}, **HERE)
    assert again.status_code == 422  # received: it is a form of another page


def test_a_value_given_twice_comes_back_twice(strict, address):
    answer = strict.post(address, {"present": ["1", "2"]}, **HERE)
    assert answer.context["fields"] == [("present", "1"), ("present", "2")]


@pytest.mark.parametrize(
    "origin", [{}, {"HTTP_ORIGIN": "https://evil.example"}, {"HTTP_REFERER": "http://testserver.evil/"}]
)
def test_what_another_site_posts_is_never_offered_for_sending(strict, address, origin):
    page = strict.post(address, FORM, **origin)
    assert page.status_code == 403
    assert "Min nye overskrift" not in page.content.decode()
    assert "Gem igen" not in page.content.decode()


def test_passwords_are_not_sent_back(strict):
    page = strict.post(reverse("account_login"), {"login": "a", "password": "hemmeligt kodeord"}, **HERE)
    assert page.status_code == 403
    assert "hemmeligt" not in page.content.decode()


def test_text_that_cannot_be_cleaned_is_shown_as_it_is(strict, address):
    page = strict.post(address, {"body": "<blockquote>" * 100 + "Dybt nede"}, **HERE).content.decode()
    assert "Dybt nede" in page


@pytest.mark.parametrize(
    "content_type", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
def test_ten_megabytes_are_answered_in_danish(cast, as_user, address, content_type):
    typed = b"body=" + b"x" * 10_000_000
    if "boundary" in content_type:
        typed = b'--x\r\nContent-Disposition: form-data; name="body"\r\n\r\n' + typed + b"\r\n--x--\r\n"
    answer = as_user(cast.sekretariat).post(address, typed, content_type=content_type)
    assert answer.status_code == 413
    page = answer.content.decode()
    assert "Det fylder for meget" in page
    assert "højst 5 MB" in page
    assert "Gå tilbage i browseren" in page


def test_too_many_fields_are_answered_in_danish(cast, as_user, address):
    answer = as_user(cast.sekretariat).post(address, {f"felt{n}": "x" for n in range(1100)})
    assert answer.status_code == 400
    assert "Vi forstod ikke" in answer.content.decode()


def test_retyping_changes_these_fields_and_no_other():
    class Form(forms.Form):
        title = forms.CharField()
        version = forms.IntegerField()

    form = Form(QueryDict("title=Min&version=1&more=a&more=b"))
    retyped(form, version=2)
    assert form["version"].value() == "2"
    assert form["title"].value() == "Min"
    assert form.data.getlist("more") == ["a", "b"]
