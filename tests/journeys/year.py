from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from plans.document.models import Plan
from samarbejde.accounts.models import User
from tests.browser import PHONE, Portal, Visitor
from tests.cast import Cast
from tests.journeys.post import Post

PASSWORD = "kirsebær-i-juli"
TOPIC = "Unge og kriminalitet på nettet"
BETTER_TOPIC = "Unge, deling og kriminalitet på nettet"


@dataclass
class Year:
    """Who is where, while the year goes by."""

    cast: Cast
    portal: Portal
    post: Post
    number: int = field(default_factory=lambda: timezone.localdate().year + 1)

    def __post_init__(self) -> None:
        self.secretariat = self.portal.visitor()
        self.herning = self.portal.visitor(size=PHONE)
        self._phone = self.portal.visitor(size=PHONE)

    @property
    def title(self) -> str:
        return f"Samarbejdsplan {self.number}"

    @property
    def quarter(self) -> int:
        return (timezone.localdate().month + 2) // 3

    @property
    def last_day_of_the_quarter(self) -> date:
        month = self.quarter * 3
        return date(self.number, month, monthrange(self.number, month)[1])

    @property
    def plan(self) -> Plan:
        return Plan.objects.get(year=self.number)

    def phone(self, person: User) -> Visitor:
        """Those who come once share a phone: a browser for each would take a second to start."""
        self._phone.context.clear_cookies()
        self._phone.is_logged_in_as(person)
        return self._phone
