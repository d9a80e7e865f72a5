"""A picture is put into a section by a form that needs no JavaScript."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plans.document.models import EditMode
from plans.pictures.models import Picture
from tests.making import a_plan, section
from tests.plans.pictures.making import sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def natteliv(cast):
    return section(a_plan(cast.kredsraad()), "Natteliv", "<p>Et.</p><ul><li>To</li></ul><p>Tre.</p>")


@pytest.fixture
def puts(natteliv, cast, as_user):
    client = as_user(cast.sekretariat)

    def put(content: bytes | None = None, **typed):
        file = SimpleUploadedFile("torvet.png", content or sent(), "image/png")
        form = {"file": file, "alt": "Torvet", "caption": "", "after": 3, "version": 1} | typed
        form = {name: value for name, value in form.items() if value is not None}
        return client.post(reverse("put-picture", args=[natteliv.plan_id, natteliv.pk]), form, follow=True)

    return put


@pytest.mark.parametrize(("after", "place"), [(0, "{}{}{}{}"), (1, "{1}{0}{2}{3}"), (3, "{1}{2}{3}{0}")])
def test_it_stands_where_it_was_asked_for(natteliv, puts, after, place):
    page = puts(after=after, caption="Torvet i 2026").text
    assert "Billedet er sat ind i »Natteliv«." in page
    name = Picture.objects.get().name
    figure = (
        f'<figure data-picture="{name}" data-size="40x20" data-alt="Torvet">'
        "<figcaption>Torvet i 2026</figcaption></figure>"
    )
    paragraphs = ("<p>Et.</p>", "<ul><li>To</li></ul>", "<p>Tre.</p>")
    natteliv.refresh_from_db()
    assert natteliv.body == place.format(figure, *paragraphs)
    assert (natteliv.version, natteliv.heading) == (2, "Natteliv")
    assert natteliv.history.first().history_change_reason == "Billede sat ind"


def test_decoration_says_nothing(natteliv, puts):
    puts(alt="", is_decoration="on")
    natteliv.refresh_from_db()
    assert 'data-alt=""></figure>' in natteliv.body


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"alt": ""}, "Skriv, hvad billedet viser"),
        ({"is_decoration": "on"}, "Pynt har ingen ord"),
        ({"alt": "", "caption": "Torvet", "is_decoration": "on"}, "Pynt har ingen billedtekst"),
        ({"content": b"<svg/>"}, "JPEG eller PNG"),
        ({"file": None}, "Vælg et billede"),
        ({"after": 9}, "Teksten er ændret"),
    ],
)
def test_what_will_not_do_comes_back_as_it_was_typed(natteliv, puts, typed, why):
    answer = puts(**typed)
    assert answer.status_code == 422
    assert why in answer.text
    assert answer.context["form"]["alt"].value() == typed.get("alt", "Torvet")
    natteliv.refresh_from_db()
    assert natteliv.version == 1
    assert not Picture.objects.exists()


def test_a_text_that_has_moved_on_or_is_locked_keeps_its_words_and_takes_none(natteliv, puts):
    assert puts(version=7).status_code == 409
    natteliv.mode = EditMode.LOCKED
    natteliv.save()
    answer = puts()
    assert (answer.status_code, "er låst" in answer.text) == (409, True)
    assert not Picture.objects.exists()


def test_the_page_of_the_section_leads_there_without_javascript(natteliv, cast, as_user):
    page = as_user(cast.sekretariat).get(reverse("edit-section", args=[natteliv.plan_id, natteliv.pk])).text
    address = reverse("put-picture", args=[natteliv.plan_id, natteliv.pk])
    assert f'<noscript><p><a href="{address}">' in page
