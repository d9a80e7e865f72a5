"""A picture is sent, named in a text, shown to those who read the draft, and to citizens with an edition."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from plans.document.make_snapshot import make_snapshot
from plans.document.models import Plan, RegisterData, Scope, Section
from plans.drafting.workflow import add_focus_area, save_section
from plans.pictures.models import Picture
from plans.publication.pdf.rendering import document_html
from samarbejde.transitions import Refused
from tests.making import a_plan, an_edition, section
from tests.plans.pictures.making import figure, kept, sent
from tests.plans.publication.pdf.conftest import PUBLISHED

pytestmark = pytest.mark.django_db

ABSENT = "0" * 64


@pytest.fixture
def plan(cast) -> Plan:
    return a_plan(cast.kredsraad())


@pytest.fixture
def natteliv(plan) -> Section:
    return section(plan, "Natteliv", "<p>Politiet går tur.</p>")


def sends(client, plan, content: bytes):
    file = SimpleUploadedFile("ferie i Rom.png", content, "image/png")
    return client.post(reverse("add-picture", args=[plan.pk]), {"file": file})


def saves(natteliv: Section, by, body: str) -> Section:
    return save_section(natteliv, by=by, version=natteliv.version, heading="Natteliv", body=body)


def test_a_picture_is_kept_once_and_shown_to_those_who_read_the_draft(plan, cast, as_user):
    client = as_user(cast.sekretariat)
    answer = sends(client, plan, sent())
    assert answer.status_code == 201
    assert sends(client, plan, sent()).json() == answer.json()
    picture = Picture.objects.get()
    assert answer.json() == {
        "picture": picture.name,
        "size": "40x20",
        "address": reverse("draft-picture", args=[plan.pk, picture.name]),
    }
    shown = as_user(cast.formand_herning).get(answer.json()["address"])
    assert (shown.content, shown["Content-Type"]) == (bytes(picture.content), "image/png")
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert shown["Content-Disposition"] == f'inline; filename="{picture.name[:12]}.png"'
    assert "private" in shown["Cache-Control"]


def test_what_cannot_be_kept_is_refused_in_words(plan, cast, as_user):
    client = as_user(cast.sekretariat)
    answer = sends(client, plan, b"<svg/>")
    assert (answer.status_code, "JPEG eller PNG" in answer.json()["text"]) == (422, True)
    assert client.post(reverse("add-picture", args=[plan.pk])).status_code == 422
    an_edition(plan)
    answer = sends(client, plan, sent())
    assert answer.status_code == 409
    assert not Picture.objects.exists()


def test_a_text_names_only_pictures_that_are_there(natteliv, cast):
    picture = kept(natteliv.plan, cast.sekretariat)
    body = figure(picture, caption="Torvet")
    assert saves(natteliv, cast.sekretariat, body).body == body
    natteliv.refresh_from_db()
    with pytest.raises(Refused, match="Et billede mangler"):
        saves(natteliv, cast.sekretariat, body.replace(picture.name, ABSENT))
    with pytest.raises(Refused, match="hvad det viser"):
        saves(natteliv, cast.sekretariat, body.replace(' data-alt="En rød flade"', ""))
    with pytest.raises(Refused, match="hvad det viser"):
        saves(natteliv, cast.sekretariat, body.replace("En rød flade", ""))


def test_citizens_see_it_once_an_edition_shows_it(natteliv, cast, client):
    plan = natteliv.plan
    picture, other = kept(plan, cast.sekretariat), kept(plan, cast.sekretariat, sent(colour="blue"))
    saves(natteliv, cast.sekretariat, figure(picture, caption="Torvet") + figure(picture, alt=""))
    place = [plan.council.district.slug, plan.year]
    address = reverse("edition-picture", args=[*place, picture.name])
    assert client.get(address).status_code == 404, "a draft is nobody's business"
    an_edition(plan)
    page = client.get(reverse("edition", args=place)).content.decode()
    assert f'<img src="{address}" width="40" height="20" alt="En rød flade">' in page
    assert "<figcaption><strong>Figur 1</strong> Torvet</figcaption>" in page
    assert f'<img src="{address}" width="40" height="20" alt=""></figure>' in page
    answer = client.get(address)
    assert answer.content == bytes(picture.content)
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert client.get(address, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert client.get(reverse("edition-picture", args=[*place, other.name])).status_code == 404


def test_the_printed_plan_holds_it(natteliv, cast):
    picture = kept(natteliv.plan, cast.sekretariat)
    saves(natteliv, cast.sekretariat, figure(picture, caption="Torvet"))
    html = document_html(make_snapshot(natteliv.plan), edition=0, published_on=PUBLISHED)
    assert 'src="data:image/png;base64,' in html
    assert "<strong>Figur 1</strong> Torvet" in html


def test_next_years_plan_shows_it_too(natteliv, cast, as_user):
    picture = kept(natteliv.plan, cast.sekretariat)
    later = a_plan(cast.kredsraad(), natteliv.plan.year + 1)
    address = reverse("draft-picture", args=[later.pk, picture.name])
    assert as_user(cast.sekretariat).get(address).status_code == 200


def test_a_picture_is_what_its_name_says(natteliv, cast):
    picture = kept(natteliv.plan, cast.sekretariat)
    with pytest.raises(IntegrityError, match="a_picture_is_named_by_its_content"), transaction.atomic():
        Picture.objects.filter(pk=picture.pk).update(content=b"noget andet")


def test_a_kommunes_page_shows_those_of_its_topics(plan, cast, client):
    picture = kept(plan, cast.sekretariat)
    herning = cast.lokalraad("Herning")
    text = f'<p>a<span data-footnote="">En note.</span></p>{figure(picture, caption="Torvet")}'
    add_focus_area(plan, title="Unge", text=text, scope=Scope.LOCAL, council=herning, by=cast.sekretariat)
    with pytest.raises(Refused, match="Et billede mangler"):
        add_focus_area(
            plan,
            title="Ældre",
            text=text.replace(picture.name, ABSENT),
            scope=Scope.LOCAL,
            council=herning,
            by=cast.sekretariat,
        )
    section(plan, "Lister", data=RegisterData.PRIORITIES)
    an_edition(plan)
    place = [plan.council.district.slug, plan.year]
    page = client.get(reverse("municipality-page", args=[*place, "herning"])).content.decode()
    assert f'<img src="{reverse("edition-picture", args=[*place, picture.name])}"' in page
    assert "En note." in page.partition('class="notes"')[2]
