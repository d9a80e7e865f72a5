"""»Skal« and »bør«: which sentences lay a duty on somebody, and what they say of who and when."""

import pytest

from plans.consistency.duty_sentences import duties_in

NONE = """
Sådan skal det blive ved at være.
Det er trygt at gå i byen, og det skal det blive ved at være.
Derfor skal det blive ved at være trygt.
Det skal være trygt at færdes i nattelivet.
Det skal være let at komme i kontakt med politiet.
Det skal lykkes.
Der skal være plads til alle.
Skal kommunerne gøre mere?
Hvad skal lokalrådene arbejde med?
Skal indsatsen virke, kræver det et tæt samarbejde.
Skal politiet lykkes, har det brug for kommunerne.
Bør en kommune have flere boligområder på listen, så er der brug for mere.
Efter retsplejelovens § 113 skal politidirektøren hvert år offentliggøre en plan.
I henhold til loven skal kredsrådet drøfte planen.
Ifølge flerårsaftalen skal politiet ansætte flere betjente.
Med flerårsaftalen skal der ansættes flere betjente.
Det skal nævnes, at kommunerne har egne planer.
Det skal understreges, at listen er dynamisk.
Det skal bemærkes, at tallene er foreløbige.
Unge bør kontakte politiet.
Man skal anmelde det til politiet.
Borgerne skal kunne færdes trygt i kommunen.
Børn og unge skal opleve, at de voksne samarbejder.
Lokalrådet kan beslutte, hvem der skal deltage.
Det afhænger af, om kommunen skal betale.
Hvis kommunen skal hjælpe, må den vide det.
Regeringen har besluttet, at kommunerne skal oprette nævn.
Samarbejdet skal ses i lyset af aftalen.
Det skal gerne fortsætte.
Det bør være muligt for alle.
Det skal blive bedre for de unge.
Som det skal forstås her.
Sagen skal ikke behandles i lokalrådet.
Tryghed skal der til.
Det skal blive nemt at finde os.
Efter retsplejelovens § 113 skal politidirektøren offentliggøre en plan.
""".strip().splitlines()
DUTIES = {  # whether it says who, and when
    (False, False): """
Det skal sikres, at der er kontakt.
Der skal arbejdes mere med området.
Der skal være en fast kontaktperson på hver skole.
Indsatsen skal koordineres.
Der skal dannes et netværk.
Det skal ske i samarbejde med skolerne.
""".strip().splitlines(),
    (True, True): """
Der skal følges op i lokalrådene inden udgangen af marts.
I årets første kvartal skal lokalrådene drøfte nattelivet.
Politikredsen og kommunerne skal hver måned udveksle tal.
""".strip().splitlines(),
    (False, True): """
Det skal være gennemført senest 1. maj.
I marts skal der blive fulgt op.
I 2027 vil der blive samlet op på arbejdet.
""".strip().splitlines(),
    (True, False): """
Kommunerne skal støtte de ansattes og lokalrådenes arbejde.
Planlægningen skal prioriteres i kommunerne.
Derudover skal samarbejdet forankres i lokalrådene.
I de udsatte boligområder skal lokalrådene drøfte nattelivet.
Herunder skal lokalrådene drøfte det.
Lokalrådene skal ikke kun drøfte det, men også handle.
Lokalrådene skal arbejde for unges trivsel.
Det skal politiet sørge for.
I lokalråd med et område på listen, der opfylder kriteriet, skal det drøftes, om der skal gøres mere.
Der er mange muligheder, og der bør derfor også fokuseres på det i lokalrådene.
Hvis tallene stiger, skal kommunerne handle.
De enkelte kommuner bør udpege en kontaktperson.
Kommunerne skal handle, når der hver måned kommer klager.
""".strip().splitlines(),
}


@pytest.mark.parametrize("sentence", NONE)
def test_no_duty(sentence):
    assert list(duties_in([sentence])) == []


@pytest.mark.parametrize(
    ("said", "sentence"), [(said, sentence) for said in DUTIES for sentence in DUTIES[said]]
)
def test_a_duty(said, sentence):
    [duty] = duties_in([sentence])
    assert (duty.has_who, duty.has_when) == said
