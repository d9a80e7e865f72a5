"""Where the facts in a plan's sections come from, and who puts them right. In words, for the page."""

from dataclasses import dataclass

from plans.document.models import Plan, RegisterData, Section


@dataclass(frozen=True)
class Source:
    words: str
    page: str = ""  # the name of the page of the plan where the facts are put right
    action: str = ""


_REGISTER = "Hentes fra registret og rettes af administratoren."

SOURCES: dict[str, Source] = {
    RegisterData.SIGNATORIES: Source(
        f"Kredsrådets formand og borgmestre. {_REGISTER} Underskrifterne følger."
    ),
    RegisterData.MEMBERS: Source(f"Rådenes medlemmer i dag. {_REGISTER}"),
    RegisterData.FOCUS_AREAS: Source("Planens kredsdækkende emner.", "focus-areas", "Ret emnerne"),
    RegisterData.PRIORITIES: Source("Lokalrådenes egne lister.", "focus-areas", "Ret emner og lister"),
    RegisterData.FORUMS: Source(f"Politikredsens samarbejdsfora. {_REGISTER}"),
    RegisterData.PREVENTION_AREAS: Source(f"Områderne på listen i planens år. {_REGISTER}"),
    RegisterData.FIGURES: Source(f"Nøgletal for planens år. {_REGISTER}"),
    RegisterData.ORGANISATION: Source(f"Politikredsens enheder. {_REGISTER}"),
    RegisterData.DUTIES: Source("Planens opgaver.", "duties", "Ret opgaverne"),
}
LOCALLY: dict[str, Source] = {
    RegisterData.SIGNATORIES: Source("Dem, der godkender planen. De vælges, når den sendes til underskrift."),
    RegisterData.MEMBERS: Source(f"Lokalrådets medlemmer i dag. {_REGISTER}"),
    RegisterData.PRIORITIES: Source("Lokalrådets egen liste.", "focus-areas", "Ret emner og liste"),
    RegisterData.DUTIES: Source("De opgaver, som kredsens offentliggjorte plan giver lokalrådet."),
}


def source_of(plan: Plan, section: Section) -> Source | None:
    known = SOURCES | LOCALLY if plan.is_local else SOURCES
    return known.get(section.data)
