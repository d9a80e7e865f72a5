from councils.organisation.workflow.forums import (
    add_forum,
    delete_forum,
    edit_forum,
    move_forum,
    say_who_takes_part,
)
from councils.organisation.workflow.stations import add_station, delete_station, edit_station
from councils.organisation.workflow.units import add_unit, delete_unit, edit_unit, move_unit, restore_unit

__all__ = [
    "add_forum",
    "add_station",
    "add_unit",
    "delete_forum",
    "delete_station",
    "delete_unit",
    "edit_forum",
    "edit_station",
    "edit_unit",
    "move_forum",
    "move_unit",
    "restore_unit",
    "say_who_takes_part",
]
