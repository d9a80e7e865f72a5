"""Snapshots to print: a plan as a district writes it, and a long one. Prose and people are made up."""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

MUNICIPALITIES = [
    *("Herning", "Holstebro", "Ikast-Brande", "Lemvig", "Morsø", "Ringkøbing-Skjern"),
    *("Silkeborg", "Skive", "Struer", "Thisted", "Viborg"),
]

PARAGRAPHS = [
    "Politiet og kommunerne arbejder sammen om at forebygge kriminalitet, før den opstår. Samarbejdet "
    "bygger på, at begge parter kender de unge, familierne og de steder, hvor problemerne viser sig først, "
    "og at den ene part ved, hvornår den anden skal kontaktes.",
    "Kredsrådet lægger vægt på, at indsatserne kan følges. Derfor er der for hvert emne aftalt, hvem der har "
    "opgaven, hvornår den skal være løst, og hvordan lokalrådene fortæller kredsrådet om resultatet.",
    "Ungdomskriminalitetsforebyggelse, boligområdeindsatser og nattelivssamarbejde hænger sammen. "
    "Lokalrådene vælger selv, hvordan de vil arbejde med emnerne, blot de drøfter dem mindst én gang i året.",
    "Skoler, klubber, boligforeninger og restauratører inddrages, når det giver mening lokalt. Erfaringerne "
    "samles af sekretariatet og deles på kredsrådets møder, så gode idéer når ud til alle elleve kommuner.",
]


def text(count: int, start: int = 0) -> str:
    return "".join(f"<p>{PARAGRAPHS[(start + i) % len(PARAGRAPHS)]}</p>" for i in range(count))


def section(number: str, heading: str, depth: int, kind: str = "section", **more: Any) -> dict[str, Any]:
    label = f"Del {number}" if kind == "part" else f"{number}." if number.isdigit() else number
    made = {
        "number": number,
        "label": label,
        "kind": kind,
        "anchor": f"afsnit-{uuid5(NAMESPACE_URL, f'{number} {heading}').hex[:8]}",
        "heading_level": depth + 2,
        "depth": depth,
        "heading": heading,
        "title": (": " if kind == "part" else " ").join(filter(None, [label, heading])),
        "body": "",
        "closing": "",
        "lineage": str(uuid5(NAMESPACE_URL, heading)),
        "data_kind": "",
        "data": None,
        "projects": [],
        "proposed_by": "",
    }
    return made | more


def signatories(*, signed: bool = True) -> dict[str, Any]:
    people = [("Anne Kirstine Thøgersen", "Politidirektør", "")]
    people += [(f"Bo {name} Ågesen", f"Borgmester i {name} Kommune", name) for name in MUNICIPALITIES]
    return {
        "place": "Holstebro",
        "date": "2026-12-17",
        "rows": [
            {
                "name": name,
                "title": title,
                "municipality": place,
                "signed_at": f"2026-12-{10 + i % 7}T1{i % 10}:05:00+00:00" if signed else None,
            }
            for i, (name, title, place) in enumerate(people)
        ],
    }


def priorities() -> dict[str, Any]:
    shared = ["Psykisk sårbare borgere", "Børn, unge og mistrivsel"]
    rows = []
    for i, name in enumerate(MUNICIPALITIES):
        titles = [*shared, "Tryghed på stationen og i gågaden"] if i % 4 == 3 else shared
        rows.append(
            {
                "name": name,
                "slug": name.lower().replace("ø", "oe"),
                "rows": [
                    {
                        "position": position,
                        "title": title,
                        "scope": "district" if title in shared else "local",
                        "is_new": title not in shared,
                        "anchor": "",
                        "description": text(1, 2) if title not in shared else "",
                    }
                    for position, title in enumerate(titles, 1)
                ],
            }
        )
    return {"municipalities": rows}


def data() -> dict[str, dict[str, Any]]:
    """One of each kind that the register fills in, but for signatories."""
    return {
        "priorities": priorities(),
        "members": {
            "groups": [
                {
                    "council": "Kredsrådet",
                    "rows": [
                        {"name": "Anne Kirstine Thøgersen", "title": "Politidirektør", "role": "Formand"}
                    ]
                    + [
                        {
                            "name": f"Bo {name} Ågesen",
                            "title": f"Borgmester i {name} Kommune",
                            "role": "Medlem",
                        }
                        for name in MUNICIPALITIES
                    ],
                },
                {
                    "council": "Lokalrådet i Herning",
                    "rows": [
                        {"name": "Søren Østergård", "title": "Lokalpolitileder", "role": "Formand"},
                        {"name": "Birgit Ærø", "title": "Børne- og ungechef", "role": "Næstformand"},
                    ],
                },
            ]
        },
        "focus_areas": {
            "rows": [
                {"title": "Psykisk sårbare borgere", "is_new": False, "anchor": ""},
                {"title": "Børn, unge og mistrivsel", "is_new": True, "anchor": ""},
            ]
        },
        "forums": {
            "rows": [
                {
                    "code": "SSP",
                    "name": "Skole, socialforvaltning og politi",
                    "purpose": "Forebygger kriminalitet blandt børn og unge under 18 år.",
                    "parties": "Skoler, socialforvaltning, klubber og lokalpoliti",
                    "participants": "SSP-konsulenten, skolelederne og lokalpolitiets forebyggere",
                    "rhythm": "Fire gange om året",
                    "responsible": "SSP-konsulenten i hver kommune",
                    "municipalities": MUNICIPALITIES,
                    "left_out": [],
                },
                {
                    "code": "KSP",
                    "name": "Kriminalforsorg, socialforvaltning og politi",
                    "purpose": "Samler indsatsen for løsladte, så de ikke begår ny kriminalitet.",
                    "parties": "Kriminalforsorgen, kommunen og politiet",
                    "participants": "",
                    "rhythm": "",
                    "responsible": "",
                    "municipalities": [name for name in MUNICIPALITIES if name != "Morsø"],
                    "left_out": [{"name": "Morsø", "reason": "opgaven løses i SSP-samarbejdet."}],
                },
            ]
        },
        "prevention_areas": {
            "rows": [
                {"name": "Søparken", "municipality": "Herning", "meets_crime_criterion": True},
                {
                    "name": "Ellekæret og Rågårdshaven",
                    "municipality": "Viborg",
                    "meets_crime_criterion": False,
                },
            ]
        },
        "figures": {
            "tables": [
                {
                    "title": "Kommunernes areal og indbyggere",
                    "source": "Danmarks Statistik, 1. januar 2026",
                    "rows": [
                        {
                            "label": f"{name}, indbyggere",
                            "value": f"{20 + 7 * i}.{411 + i}",
                            "unit": "personer",
                        }
                        for i, name in enumerate(MUNICIPALITIES)
                    ],
                },
                {
                    "title": "Ansatte i politikredsen",
                    "source": "",
                    "rows": [
                        {"label": "Politiuddannede", "value": "431", "unit": ""},
                        {"label": "Administrative", "value": "102", "unit": ""},
                    ],
                },
            ]
        },
        "organisation": {
            "rows": [
                {"name": "Ledelsessekretariatet", "depth": 0},
                {"name": "Lokalpolitiet", "depth": 0},
                {"name": "Lokalpolitiet i Herning", "depth": 1},
                {"name": "Forebyggende sektion", "depth": 2},
                {"name": "Lokalpolitiet i Viborg", "depth": 1},
                {"name": "Efterforskning", "depth": 0},
            ]
        },
        "duties": {
            "rows": [
                {
                    "wording": "Drøfte vold i nattelivet og aftale, om restauratørerne inddrages.",
                    "who": "Lokalrådene",
                    "modality": "Skal",
                    "due": "2. kvartal 2027",
                },
                {
                    "wording": "Fortælle om erfaringerne fra de første møder med skolerne.",
                    "who": "Lokalrådet i Thisted",
                    "modality": "Bør",
                    "due": "Kredsrådets møde i 4. kvartal 2027",
                },
            ]
        },
        "meetings": {
            "rows": [
                {
                    "day": "3. februar 2027",
                    "clock": "kl. 14.00–16.00",
                    "place": "Rådhuset i Herning",
                    "is_public": True,
                },
                {"day": "12. maj 2027", "clock": "", "place": "", "is_public": False},
            ]
        },
    }


def snapshot(sections: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {
        "title": "Samarbejdsplan 2027",
        "year": 2027,
        "district": {
            "name": "Midt- og Vestjyllands Politi",
            "slug": "midt-og-vestjylland",
            "short_name": "Midt- og Vestjylland",
        },
        "council": "Kredsrådet i Midt- og Vestjylland",
        "signed_place": "Holstebro",
        "signed_on": "2026-12-17",
        "discussed": {"held_on": "2026-12-01", "place": "Holstebro"},
        "sections": sections,
    } | more


RICH = """
<p>Aftalen har tre dele, og de følges ad:</p>
<ul>
<li><p>tidlig opsporing, som skolerne står for</p><ul><li><p>i indskolingen</p></li></ul></li>
<li><p>fælles <strong>møder</strong> hver anden måned</p></li>
</ul>
<ol><li><p>Læreren ser bekymringen.</p></li><li><p>SSP-konsulenten ringer til forældrene.</p></li></ol>
<blockquote><p>Vi skal kende hinanden, før vi får brug for hinanden.</p></blockquote>
<p>Læs mere i <a href="https://www.retsinformation.dk/"><em>retsplejeloven</em>, kapitel 11</a>.</p>
<table><tbody>
<tr><th><p>Kvartal</p></th><th><p>Emne</p></th><th><p>Ansvarlig</p></th></tr>
<tr><td><p>1.</p></td><td><p>Spirituskørsel</p></td><td><p>Færdselsafdelingen</p></td></tr>
<tr><td><p>2.</p></td><td><p>Digital kriminalitet</p></td><td><p>Lokalrådene</p></td></tr>
</tbody></table>
"""


def filled(number: str, heading: str, depth: int, kind: str, data_kind: str, **more: Any) -> dict[str, Any]:
    return section(number, heading, depth, kind, data_kind=data_kind, data=data()[data_kind], **more)


def foreword() -> dict[str, Any]:
    return section("", "Forord", 0, "foreword", body=text(3), data_kind="signatories", data=signatories())


def plan() -> dict[str, Any]:
    """Foreword with signatures, two parts, every kind of register data, rich text and an appendix."""
    return snapshot(
        [
            foreword(),
            section("1", "Organisation og ansvar", 0, "part"),
            filled("1", "Kredsrådets opgaver", 1, "chapter", "members", body=text(4)),
            filled("2", "Lokalrådenes opgaver", 1, "chapter", "forums", body=text(2) + RICH),
            filled("3", "Indsatsområder 2027", 1, "chapter", "focus_areas", body=text(1), closing=text(1, 1)),
            section("3.1", "Psykisk sårbare borgere", 2, body=text(3)),
            section("3.2", "Børn, unge og mistrivsel", 2, body=text(4, 1)),
            filled("3.3", "Lokale prioriteringer", 2, "section", "priorities", body=text(1, 3)),
            section("2", "Særlige indsatser", 0, "part"),
            section(
                "4", "Flerårsaftalen og andre fælles initiativer i politikredsen", 1, "chapter", body=text(2)
            ),
            filled("4.1", "Forebyggelsesområder", 2, "section", "prevention_areas", body=text(1)),
            section("4.1.1", "Boligsociale helhedsplaner", 3, body=text(2)),
            filled("4.2", "Opgaver og afrapportering", 2, "section", "duties", body=text(1)),
            filled("4.3", "Møder i årets løb", 2, "section", "meetings", body=text(1)),
            filled("5", "Politikredsen i tal", 0, "appendix", "figures", body=text(1)),
            filled("5.1", "Organisation", 1, "section", "organisation", body=text(1)),
        ]
    )


def big(count: int = 60) -> dict[str, Any]:
    """`count` sections in chapters of ten, each some paragraphs and every third with lists and a table."""
    sections = [foreword()]
    for i in range(count - 1):
        chapter, place = i // 10 + 1, i % 10
        body = text(2 + i % 4, i) + (RICH if i % 3 == 0 else "")
        if place == 0:
            sections.append(section(str(chapter), f"Fælles indsats {chapter}", 0, "chapter", body=body))
        else:
            sections.append(section(f"{chapter}.{place}", f"Emne {place} i område {chapter}", 1, body=body))
    return snapshot(sections)
