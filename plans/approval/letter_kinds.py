"""The letters of the consultation and of signing, as the portal words them."""

from councils.wordings.kinds import HEARD, SIGNED, Kind, Readers

_PLAN = {"plan": "Samarbejdsplan 2027"}
_COUNCIL = _PLAN | {"råd": "Kredsrådet på Fyn"}
_REASON = {"begrundelse": "Et tal i afsnittet om unge var forkert."}
_DEPARTED = {
    "begrundelse": "Borgmesteren i Nyborg har ikke længere sit hverv. "
    "Derfor underskriver alle planen med de navne, der gælder nu."
}
_SIGN = _COUNCIL | {
    "hverv": "politidirektør",
    "underskriv_med_frist": "underskriv den senest 1. december 2027",
    "link": "https://samarbejde.example/arbejdsbord/underskriv/12/",
}
_LOCKED = "Teksten er låst. Alle underskriver den samme tekst."

SENT_TO_CONSULTATION = Kind(
    "udkast-i-hoering",
    HEARD,
    "Udkastet er sendt i høring",
    subject="{plan} er i høring",
    text=(
        "Udkastet til {plan} for {politikreds} er klar til at blive læst.",
        "{besked}",
        "Læs udkastet, og skriv {bemærkning_med_frist}:\n{link}",
    ),
    fields=_PLAN
    | {
        "politikreds": "Fyns Politi",
        "besked": "Se især på afsnittet om unge.",
        "bemærkning_med_frist": "jeres bemærkning senest 1. oktober 2027",
        "link": "https://samarbejde.example/arbejdsbord/planer/3/tekst/",
    },
    needed=("link", "besked", "bemærkning_med_frist"),
    to=Readers.HEARD,
)
ASKED_TO_SIGN = Kind(
    "bed-om-underskrift",
    SIGNED,
    "Planen er klar til underskrift",
    subject="Underskriv {plan}",
    text=(
        "{plan} for {råd} er klar til din underskrift som {hverv}. "
        "Læs den, og {underskriv_med_frist}:\n{link}",
        _LOCKED,
    ),
    fields=_SIGN,
    needed=("link", "underskriv_med_frist"),
    to=Readers.SIGNERS,
)
REMINDED_TO_SIGN = Kind(
    "underskrift-mangler",
    SIGNED,
    "Påmindelse til dem, der ikke har underskrevet",
    subject="Husk at underskrive {plan}",
    text=(
        "{plan} for {råd} er klar til din underskrift som {hverv}. "
        "Din underskrift mangler endnu. Læs den, og {underskriv_med_frist}:\n{link}",
        _LOCKED,
    ),
    fields=_SIGN,
    needed=("link", "underskriv_med_frist"),
    to=Readers.SIGNERS,
)
ASKED_TO_SIGN_AGAIN = Kind(
    "underskriv-igen",
    SIGNED,
    "Planen skal underskrives igen med nye navne",
    subject="Underskriv {plan} igen",
    text=(
        "Du har underskrevet {plan}, men din underskrift gælder ikke længere.",
        "{begrundelse}",
        "Planens egen tekst er den samme. {underskriv_med_frist}:\n{link}",
    ),
    fields=_SIGN | _DEPARTED | {"underskriv_med_frist": "Underskriv den igen senest 1. december 2027"},
    needed=("link", "begrundelse", "underskriv_med_frist"),
    to=Readers.SIGNERS,
)
LEFT_TO_A_SUCCESSOR = Kind(
    "efterfoelger-underskriver",
    SIGNED,
    "En efterfølger underskriver i stedet",
    subject="Din underskrift på {plan} er bortfaldet",
    text=(
        "{begrundelse}",
        "Dit eget hverv er ophørt, og derfor er det din efterfølger, der underskriver. "
        "Du skal ikke gøre noget.",
    ),
    fields=_COUNCIL | _DEPARTED,
    needed=("begrundelse",),
    to=Readers.WHOM_IT_CONCERNS,
)
TAKEN_BACK = Kind(
    "plan-taget-tilbage",
    SIGNED,
    "Planen er taget tilbage, efter at nogen har underskrevet",
    subject="Din underskrift på {plan} er bortfaldet",
    text=(
        "{hvem} har taget {plan} tilbage for at ændre teksten. Derfor gælder din underskrift ikke længere.",
        "{hvem}s begrundelse:\n{begrundelse}",
        "Du skal ikke gøre noget nu. Du får en ny e-mail, når den ændrede plan er klar til underskrift.",
    ),
    fields=_COUNCIL | _REASON | {"hvem": "Sekretariatet"},
    needed=("begrundelse",),
    to=Readers.SIGNERS,
)
NOT_TO_BE_SIGNED = Kind(
    "plan-underskrives-ikke",
    SIGNED,
    "Planen skal ikke underskrives alligevel",
    subject="{plan} skal ikke længere underskrives",
    text=(
        "Du har underskrevet {plan}. Sekretariatet har besluttet, at planen ikke skal underskrives.",
        "Sekretariatets begrundelse:\n{begrundelse}",
        "Begrundelsen kommer til at stå i planen. Du skal ikke gøre noget.",
    ),
    fields=_COUNCIL | {"begrundelse": "To borgmestre er fratrådt, og planen skal gælde fra nytår."},
    needed=("begrundelse",),
    to=Readers.SIGNERS,
)
SIGNED_BY_ALL = Kind(
    "alle-har-underskrevet",
    SIGNED,
    "Alle har underskrevet",
    subject="Alle har underskrevet {plan}",
    text=(
        "Alle har nu underskrevet {plan} for {råd}.",
        "Næste skridt er at offentliggøre den:\n{link}",
    ),
    fields=_COUNCIL | {"link": "https://samarbejde.example/arbejdsbord/planer/3/offentliggoer/"},
    to=Readers.MANAGERS,
)
