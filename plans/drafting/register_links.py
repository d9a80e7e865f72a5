"""Where the facts in a plan's sections come from, and who puts them right. In words, for the page."""

from dataclasses import dataclass, replace

from plans.document.models import Plan, RegisterData, Section


@dataclass(frozen=True)
class Source:
    words: str
    page: str = ""  # the name of the page where the facts are put right
    action: str = ""
    is_of_district: bool = False  # that page is one of the district's, and not of the plan's


_REGISTER = "Hentes fra registret og rettes af administratoren."
_KEPT = "Hentes fra registret og rettes af sekretariatet."


def _kept(words: str, page: str, action: str) -> Source:
    return Source(f"{words} {_KEPT}", page, action, is_of_district=True)


SOURCES: dict[str, Source] = {
    RegisterData.SIGNATORIES: Source(
        f"Kredsrådets formand og borgmestre. {_KEPT} Underskrifterne følger.",
        "people",
        "Ret personerne",
        is_of_district=True,
    ),
    RegisterData.MEMBERS: _kept("Rådenes medlemmer i dag.", "people", "Ret medlemmerne"),
    RegisterData.FOCUS_AREAS: Source("Planens kredsdækkende emner.", "focus-areas", "Ret emnerne"),
    RegisterData.PRIORITIES: Source("Lokalrådenes egne lister.", "focus-areas", "Ret emner og lister"),
    RegisterData.FORUMS: _kept("Politikredsens samarbejdsfora.", "forums", "Ret forummerne"),
    RegisterData.PREVENTION_AREAS: Source(f"Områderne på listen i planens år. {_REGISTER}"),
    RegisterData.FIGURES: _kept("Nøgletal for planens år.", "facts", "Ret tallene"),
    RegisterData.ORGANISATION: _kept("Politikredsens enheder.", "units", "Ret enhederne"),
    RegisterData.DUTIES: Source("Planens opgaver.", "duties", "Ret opgaverne"),
    RegisterData.MEETINGS: Source("Kredsrådets møder i planens år. Ret dem under »Møder«."),
}
LOCALLY: dict[str, Source] = {
    RegisterData.SIGNATORIES: Source("Dem, der godkender planen. De vælges, når den sendes til underskrift."),
    RegisterData.MEMBERS: _kept("Lokalrådets medlemmer i dag.", "people", "Ret medlemmerne"),
    RegisterData.PRIORITIES: Source("Lokalrådets egen liste.", "focus-areas", "Ret emner og liste"),
    RegisterData.MEETINGS: Source("Lokalrådets møder i planens år. Ret dem under »Møder«."),
    RegisterData.DUTIES: Source("De opgaver, som kredsens offentliggjorte plan giver lokalrådet."),
}


def source_of(plan: Plan, section: Section) -> Source | None:
    """Whoever writes a lokalråd's plan keeps nothing of the district's."""
    source = (SOURCES | LOCALLY if plan.is_local else SOURCES).get(section.data)
    return replace(source, page="") if source and source.is_of_district and plan.is_local else source
