import pytest
from django.db import connection

from councils.models import Council, CouncilKind, LawQuote, Municipality, PoliceDistrict
from councils.register.seeding import load_register
from samarbejde import danish

pytestmark = pytest.mark.django_db
LAST_FOUR = ["Ærø", "Aabenraa", "Aalborg", "Aarhus"]


def collations() -> list[str]:
    """Those of other countries that this PostgreSQL knows, beside the plain order of code points."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT collname FROM pg_collation WHERE collencoding IN (-1, pg_char_to_encoding('UTF8')) "
            "AND collname ~ '^(da|en|sv)[-_]' ORDER BY collname"
        )
        return ["C", *(name for (name,) in cursor.fetchall())]


def test_the_register_has_every_district_municipality_and_council():
    assert PoliceDistrict.objects.count() == 12
    assert Municipality.objects.count() == 98
    assert Council.objects.filter(kind=CouncilKind.DISTRICT).count() == 12
    assert Council.objects.filter(kind=CouncilKind.CONTACT).count() == 12
    assert Council.objects.filter(kind=CouncilKind.LOCAL).count() == 98


def test_every_district_has_its_kredsraad_and_every_kommune_its_lokalraad():
    for district in PoliceDistrict.objects.all():
        kinds = sorted(district.councils.exclude(kind=CouncilKind.LOCAL).values_list("kind", flat=True))
        assert kinds == ["contact", "district"]
        assert district.municipalities.exists()
    for place in Municipality.objects.all():
        [council] = place.councils.all()
        assert (council.kind, council.district) == (CouncilKind.LOCAL, place.district)
        assert council.name.startswith("Lokalrådet ")


def test_midt_og_vestjylland_has_its_eleven_kommuner(cast):
    assert [place.name for place in cast.municipalities] == [
        *("Herning", "Holstebro", "Ikast-Brande", "Lemvig", "Morsø", "Ringkøbing-Skjern"),
        *("Silkeborg", "Skive", "Struer", "Thisted", "Viborg"),
    ]


def test_loading_again_changes_nothing():
    Municipality.objects.filter(name="Herning").update(name="Herning By")
    before = (
        list(Municipality.objects.values()),
        list(Council.objects.values()),
        list(PoliceDistrict.objects.values()),
    )

    load_register()

    after = (
        list(Municipality.objects.values()),
        list(Council.objects.values()),
        list(PoliceDistrict.objects.values()),
    )
    assert after == before


def test_kommuner_sort_as_danes_sort():
    names = list(Municipality.objects.values_list("name", flat=True))

    assert names[-4:] == LAST_FOUR
    assert names[:2] == ["Albertslund", "Allerød"]
    assert names == sorted(names, key=danish.sort_key)
    assert PoliceDistrict.objects.last().short_name == "Østjylland"


def test_the_order_is_danish_whatever_collation_the_database_has():
    """The stored key, on a table that a database with each collation would have made."""
    field = Municipality._meta.get_field("sort_key")
    expression, parameters = field.generated_sql(connection)
    names = sorted(Municipality.objects.values_list("name", flat=True))
    for collation in collations():
        with connection.cursor() as cursor:
            cursor.execute(
                f'CREATE TEMPORARY TABLE place (name text COLLATE "{collation}", sort_key '
                f'{field.db_type(connection)} COLLATE "C" GENERATED ALWAYS AS ({expression}) STORED)',
                parameters,
            )
            cursor.executemany("INSERT INTO place (name) VALUES (%s)", [(name,) for name in names])
            cursor.execute("SELECT name FROM place ORDER BY sort_key")
            ordered = [name for (name,) in cursor.fetchall()]
            cursor.execute("DROP TABLE place")
        assert ordered == sorted(names, key=danish.sort_key), collation
        assert ordered[-4:] == LAST_FOUR, collation


def test_a_district_that_is_missing_comes_with_its_councils_and_laws():
    """Another stands where it stood, so its kommuner are not missing."""
    PoliceDistrict.objects.filter(slug="bornholm").update(
        name="Øernes Politi", short_name="Øerne", slug="oeerne"
    )
    load_register()
    made = PoliceDistrict.objects.get(slug="bornholm")
    assert (made.name, made.short_name) == ("Bornholms Politi", "Bornholm")
    assert sorted(made.councils.values_list("kind", flat=True)) == [CouncilKind.CONTACT, CouncilKind.DISTRICT]
    assert LawQuote.objects.filter(district=made).exists()
    assert not made.municipalities.exists()
