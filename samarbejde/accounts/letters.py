"""What the accounts write to people, beside allauth's letters in `templates/account/email/`."""

INVITATION = """\
Kære {name}

Du er inviteret til Samarbejde, hvor politiet og kommunerne skriver den årlige samarbejdsplan.

Vælg din adgangskode her:
{link}

Linket virker én gang, og senest {last_day}.
Er det for gammelt, så bed sekretariatet i din politikreds om et nyt.

Venlig hilsen
Samarbejde
"""

NEW_PASSWORD = """\
Kære {name}

Du, eller en anden, har bedt om en ny adgangskode til din bruger i Samarbejde.

Vælg den her:
{link}

Linket virker én gang og i et døgn. Har du ikke bedt om det, skal du ikke gøre noget.

Venlig hilsen
Samarbejde
"""

ADDRESS_CHANGED = """\
Kære {name}

{by} har rettet e-mailadressen på din bruger i Samarbejde.
Denne adresse, {address}, hører ikke længere til den.

Du er logget ud alle steder, og links, som vi har sendt hertil, virker ikke mere.
{now}

Er det en fejl, så skriv straks til sekretariatet i din politikreds.

Venlig hilsen
Samarbejde
"""
ANOTHER_ADDRESS = "Fremover logger du ind med den nye adresse og den adgangskode, du har."
NO_ADDRESS = "Du kan ikke logge ind, før brugeren får en adresse igen."

SECOND_FACTOR_OFF = """\
Kære {name}

{by} har slået totrinslogin fra for din bruger i Samarbejde, med adgangsnøgler, app og gendannelseskoder.
Du er logget ud på alle enheder.

{next}
Har du ikke bedt om det, så skriv straks til sekretariatet i din politikreds.

Venlig hilsen
Samarbejde
"""
ASKED_AGAIN = "Når du logger ind næste gang, bliver du bedt om at slå det til igen med det samme."
ALONE = (
    "Du logger nu ind med din adgangskode alene. "
    "Slå totrinslogin til igen på »Min konto«, når du har en telefon at gøre det med."
)
