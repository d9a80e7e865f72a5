"""A file does nothing by itself, and its links lead to the web: seen wherever an action hangs."""

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from tests.plans.publication.pdf.damage import Break, broken, link, put, root

SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
LAUNCH = Dictionary(S=Name.Launch, F=String("cmd.exe"))
HARMLESS = Dictionary(S=Name.GoTo, D=String("indhold"))


def page(pdf: Pdf) -> Object:
    return pdf.pages[1].obj


def bookmark(pdf: Pdf) -> Object:
    return pdf.Root.Outlines.First


def form(pdf: Pdf, **field: Object) -> None:
    """With the field below another, that no page shows."""
    inner = pdf.make_indirect(Dictionary(T=String("b"), **field))
    outer = pdf.make_indirect(Dictionary(T=String("a"), Kids=Array([inner])))
    pdf.Root.AcroForm = Dictionary(Fields=Array([outer]))


def named_script(pdf: Pdf) -> None:
    names = Dictionary(Names=Array([String("a"), SCRIPT]))
    pdf.Root.Names.JavaScript = Dictionary(Kids=Array([pdf.make_indirect(names)]))


def ring(pdf: Pdf) -> None:
    """The last action of a chain, which then begins anew."""
    one, two = (pdf.make_indirect(Dictionary(S=Name.GoTo, D=String("indhold"))) for _ in range(2))
    one.Next, two.Next = Array([two]), Array([one, LAUNCH])
    pdf.Root.OpenAction = one


def as_attribute(pdf: Pdf) -> None:
    """It says of itself that it is something else, and would be run all the same."""
    link(pdf).A = Dictionary(Type=Name.StructElem, S=Name.Launch)


JAVASCRIPT = "19005-3, 6.5.1: handlingen /JavaScript er ikke tilladt"
LAUNCHES = "19005-3, 6.5.1: handlingen /Launch er ikke tilladt"
BY_ITSELF = "19005-3, 6.5.2: noget sker af sig selv (/AA)"

HANGING: list[tuple[str, str, Break]] = [
    ("catalogue, opened", JAVASCRIPT, put(root, "OpenAction", SCRIPT)),
    ("catalogue, by itself", BY_ITSELF, put(root, "AA", Dictionary(WC=HARMLESS))),
    ("names", JAVASCRIPT, named_script),
    ("page", JAVASCRIPT, put(page, "AA", Dictionary(O=SCRIPT))),
    ("annotation, clicked", LAUNCHES, put(link, "A", LAUNCH)),
    ("annotation, clicked before", LAUNCHES, put(link, "PA", LAUNCH)),
    ("annotation, by itself", LAUNCHES, put(link, "AA", Dictionary(E=LAUNCH))),
    ("annotation, in disguise", LAUNCHES, as_attribute),
    ("bookmark", LAUNCHES, put(bookmark, "A", LAUNCH)),
    ("field, clicked", LAUNCHES, lambda pdf: form(pdf, A=LAUNCH)),
    ("field, by itself", JAVASCRIPT, lambda pdf: form(pdf, AA=Dictionary(K=SCRIPT))),
    ("chain in a ring", LAUNCHES, ring),
    ("chain", LAUNCHES, put(link, "A", Dictionary(S=Name.GoTo, D=String("indhold"), Next=LAUNCH))),
]


@pytest.mark.parametrize(("said", "damage"), [pytest.param(*case[1:], id=case[0]) for case in HANGING])
def test_an_action_is_seen_wherever_it_hangs(sound, said, damage):
    assert said in broken(sound, damage)


@pytest.mark.parametrize(
    ("said", "action"),
    [
        ("12.6.4: handlingen /SubmitForm", Dictionary(S=Name.SubmitForm, F=String("https://x.dk/"))),
        ("6.5.1: handlingen /ImportData", Dictionary(S=Name.ImportData, F=String("a.fdf"))),
        ("12.6.4: handlingen /GoToR", Dictionary(S=Name.GoToR, F=String("a.pdf"), D=Array([0]))),
        ("12.6.4: handlingen /GoToE", Dictionary(S=Name.GoToE, D=Array([0]))),
        ("6.5.1: handlingen /RichMediaExecute", Dictionary(S=Name.RichMediaExecute)),
        ("6.5.1: handlingen /Print", Dictionary(S=Name.Named, N=Name.Print)),
        ("6.5.1: handlingen /Nyt", Dictionary(S=Name.Nyt)),
        (
            "12.6.4.7: et link fører til file:///etc/passwd",
            Dictionary(S=Name.URI, URI=String("file:///etc/passwd")),
        ),
        ("12.6.4.7: et link fører til javascript:x()", Dictionary(S=Name.URI, URI=String("javascript:x()"))),
        ("12.6.4.7: et link fører til ingen adresse", Dictionary(S=Name.URI)),
    ],
)
def test_what_a_plan_never_does_is_not_allowed(sound, said, action):
    assert any(said in problem for problem in broken(sound, put(link, "A", action)))


@pytest.mark.parametrize(
    "action",
    [
        Dictionary(S=Name.URI, URI=String("https://politi.dk/")),
        Dictionary(S=Name.URI, URI=String("mailto:a@politi.dk")),
        Dictionary(S=Name.Named, N=Name.NextPage),
        HARMLESS,
    ],
)
def test_a_link_may_lead_on(sound, action):
    assert broken(sound, put(link, "A", action)) == []


def test_live_pictures_are_seen(sound):
    def put_film(pdf: Pdf) -> None:
        link(pdf).Subtype, link(pdf).RichMediaContent = Name.RichMedia, Dictionary()

    found = broken(sound, put_film)
    assert "19005-3, 6.3.1: der er levende billeder (/RichMediaContent)" in found
    assert "19005-3, 6.3.1, side 2: en note af arten RichMedia er ikke tilladt" in found


def attach(pdf: Pdf, *, belongs: bool, kind: Name) -> None:
    stream = pdf.make_stream(b"1;2", Type=Name.EmbeddedFile, Subtype=kind)
    file = Dictionary(Type=Name.Filespec, F=String("tal.csv"), UF=String("tal.csv"), EF=Dictionary(F=stream))
    file.AFRelationship = Name.Data
    file = pdf.make_indirect(file)
    pdf.Root.Names.EmbeddedFiles = Dictionary(Names=Array([String("tal.csv"), file]))
    if belongs:
        pdf.Root.AF = Array([file])


def test_a_file_inside_the_file_belongs_to_something_and_says_its_kind(sound):
    kind = Name("/text/csv")
    assert broken(sound, lambda pdf: attach(pdf, belongs=True, kind=kind)) == []
    assert broken(sound, lambda pdf: attach(pdf, belongs=False, kind=kind)) == [
        "19005-3, 6.8: den vedlagte fil tal.csv hører ikke til noget i dokumentet"
    ]
    assert broken(sound, lambda pdf: attach(pdf, belongs=True, kind=Name.csv)) == [
        "19005-3, 6.8: den vedlagte fil tal.csv siger ikke, hvilken art den er"
    ]
