from tests.plans.consistency.texts import PLACES, text

ALL = ", ".join(PLACES)
WITHOUT_STRUER = ", ".join(name for name in PLACES if name != "Struer")

FIRES = {
    "twice": (text(f"<p>Nævn findes i {ALL} og Skive.</p>"), ["Skive to gange"]),
    "a sentence": (text(f"<p>Nævn findes i {WITHOUT_STRUER}.</p>"), ["Struer"]),
    "a list": (
        text("<ul>" + "".join(f"<li><p>{name}</p></li>" for name in PLACES[2:]) + "</ul>"),
        ["Herning og Holstebro"],
    ),
}
QUIET = {
    "on purpose": text(f"<p>Alle undtagen Struer: {WITHOUT_STRUER}.</p>"),
    "all of them": text(f"<p>Nævn findes i {ALL}.</p>"),
    "a few of them": text("<p>Herning, Skive og Viborg er med.</p>"),
}
