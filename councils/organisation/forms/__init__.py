from councils.organisation.forms.forums import ForumForm, ParticipationForm
from councils.organisation.forms.stations import StationForm

__all__ = ["ForumForm", "ParticipationForm", "StationForm"]
