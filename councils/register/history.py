from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Field
from simple_history.models import ModelChange
from simple_history.template_utils import HistoricalRecordContextHelper

from samarbejde.danish import date_text, value_text


class RegisterHistory(HistoricalRecordContextHelper):
    """How a change in the register reads: choices by their words, dates and periods in Danish."""

    def prepare_delta_change_value(self, change: ModelChange, value: object) -> object:
        field = self.model._meta.get_field(change.field)
        choices = dict(field.flatchoices) if isinstance(field, Field) and field.flatchoices else {}
        if isinstance(value, DateRange):
            end = f"før {date_text(value.upper)}" if value.upper else "uden slutdato"
            return f"fra {date_text(value.lower)}, {end}"
        if value in (None, "") or isinstance(value, bool | date):
            return value_text(value)
        return super().prepare_delta_change_value(change, choices.get(value, value))
