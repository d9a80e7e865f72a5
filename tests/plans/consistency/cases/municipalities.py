from tests.plans.consistency.texts import PLACES, text

ALL = ", ".join(PLACES)
WITHOUT_STRUER = ", ".join(name for name in PLACES if name != "Struer")

FIRES = {
    "lines below each other": (
        text("<p>" + "<br>".join(name for name in PLACES if name != "Struer") + "</p>"),
        ["Struer"],
    ),
    "short paragraphs": (
        text("".join(f"<p>{name} Kommune</p>" for name in PLACES if name != "Lemvig")),
        ["Lemvig"],
    ),
    "all, it says": (
        text(f"<p>Der er nævn i alle kommuner: {', '.join(PLACES[:8])}.</p>"),
        ["Struer, Thisted og Viborg"],
    ),
    "twice": (text(f"<p>Nævn findes i {ALL} og Skive.</p>"), ["Skive to gange"]),
    "a sentence": (text(f"<p>Nævn findes i {WITHOUT_STRUER}.</p>"), ["Struer"]),
    "a list": (
        text("<ul>" + "".join(f"<li><p>{name}</p></li>" for name in PLACES[2:]) + "</ul>"),
        ["Herning og Holstebro"],
    ),
}
QUIET = {
    "not these two": text(f"<p>Projektet dækker {', '.join(PLACES[:9])}, men ikke Thisted og Viborg.</p>"),
    "most of them": text(f"<p>Møder er holdt i {', '.join(PLACES[:8])}.</p>"),
    "on purpose": text(f"<p>Alle undtagen Struer: {WITHOUT_STRUER}.</p>"),
    "all of them": text(f"<p>Nævn findes i {ALL}.</p>"),
    "a few of them": text("<p>Herning, Skive og Viborg er med.</p>"),
}
