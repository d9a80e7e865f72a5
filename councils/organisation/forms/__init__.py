from councils.organisation.forms.forums import ForumForm, ParticipationForm
from councils.organisation.forms.stations import StationForm
from councils.organisation.forms.units import UnitForm

__all__ = ["ForumForm", "ParticipationForm", "StationForm", "UnitForm"]
