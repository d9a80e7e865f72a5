from councils.organisation.workflow.forums import add_forum, delete_forum, edit_forum, say_who_takes_part
from councils.organisation.workflow.stations import add_station, delete_station, edit_station

__all__ = [
    "add_forum",
    "add_station",
    "delete_forum",
    "delete_station",
    "edit_forum",
    "edit_station",
    "say_who_takes_part",
]
