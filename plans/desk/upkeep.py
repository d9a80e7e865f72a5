"""What is wrong with the portal itself, for those who can have it mended."""

from django.urls import reverse

from plans.desk.permissions import looks_after_mail, refused_mail_for
from plans.desk.tasks import Task
from samarbejde.accounts.models import User
from samarbejde.outbox.delivery import delivers
from samarbejde.outbox.models import Message
from samarbejde.workers.condition import faults
from samarbejde.workers.queues import MAIL, PDF

LOST = {
    MAIL: "Så længe bliver beskederne i udbakken, og modtagerne ved ikke, hvad der venter på dem.",
    PDF: "Så længe kan ingen plan offentliggøres.",
}


def upkeep_for(person: User) -> list[Task]:
    """Nobody else is troubled with it, and nothing is said while all is well."""
    if not looks_after_mail(person):
        return []
    return [*workers_to_start(), *mail_to_look_after(person), *addresses_to_mend(person)]


def workers_to_start() -> list[Task]:
    return [
        Task(
            title=fault.removesuffix("."),
            text=f"{LOST[queue]} Bed driften starte »manage.py worker« igen. Det, der venter, går ikke tabt.",
        )
        for queue, fault in faults().items()
    ]


def mail_to_look_after(person: User) -> list[Task]:
    """For administrators: as long as no mail leaves, nobody hears of what waits for them."""
    late = Message.objects.late().count() if person.is_staff and delivers() else 0
    if not late:
        return []
    title = "1 e-mail er forsinket" if late == 1 else f"{late} e-mails er forsinkede"
    text = (
        "Posten har ventet i mere end en time, og modtagerne ved ikke, hvad der venter på dem. "
        "Bed driften se efter mailserveren og efter, at »manage.py worker« kører."
    )
    url = reverse("admin:outbox_message_changelist") + "?forsinket=ja"
    return [Task(title, "Se beskederne", url, text)]


def addresses_to_mend(person: User) -> list[Task]:
    people = refused_mail_for(person).order_by().values("to").distinct().count()
    if not people:
        return []
    title = f"E-mails til {people} {'person' if people == 1 else 'personer'} blev afvist"
    text = "Modtagerens mailserver tager ikke imod dem. Adressen er nok forkert."
    return [Task(title, "Se, hvad du kan gøre", reverse("refused-mail"), text)]
