from django.urls import path

from councils.organisation.views import forums, pages, stations, units

DISTRICT = "kreds/<slug:slug>"

urlpatterns = [
    path(f"{DISTRICT}/organisation/", pages.organisation, name="organisation"),
    # fora
    path(f"{DISTRICT}/fora/", pages.forums, name="forums"),
    path(f"{DISTRICT}/fora/liste.<slug:ending>", pages.forums_sheet, name="forums-sheet"),
    path(f"{DISTRICT}/fora/ny/", forums.add_forum, name="add-forum"),
    path(f"{DISTRICT}/fora/<int:pk>/", pages.forum, name="forum"),
    path(f"{DISTRICT}/fora/<int:pk>/ret/", forums.edit_forum, name="edit-forum"),
    path(f"{DISTRICT}/fora/<int:pk>/kommuner/", forums.say_who_takes_part, name="say-who-takes-part"),
    path(f"{DISTRICT}/fora/<int:pk>/flyt/", forums.move_forum, name="move-forum"),
    path(f"{DISTRICT}/fora/<int:pk>/slet/", forums.delete_forum, name="delete-forum"),
    # stations
    path(f"{DISTRICT}/stationer/", pages.stations, name="stations"),
    path(f"{DISTRICT}/stationer/liste.<slug:ending>", pages.stations_sheet, name="stations-sheet"),
    path(f"{DISTRICT}/stationer/ny/", stations.add_station, name="add-station"),
    path(f"{DISTRICT}/stationer/<int:pk>/", stations.edit_station, name="edit-station"),
    path(f"{DISTRICT}/stationer/<int:pk>/slet/", stations.delete_station, name="delete-station"),
    # units of the police
    path(f"{DISTRICT}/enheder/", units.units, name="units"),
    path(f"{DISTRICT}/enheder/liste.<slug:ending>", units.units_sheet, name="units-sheet"),
    path(f"{DISTRICT}/enheder/ny/", units.add_unit, name="add-unit"),
    path(f"{DISTRICT}/enheder/<int:pk>/", units.edit_unit, name="edit-unit"),
    path(f"{DISTRICT}/enheder/<int:pk>/flyt/", units.move_unit, name="move-unit"),
    path(f"{DISTRICT}/enheder/<int:pk>/slet/", units.delete_unit, name="delete-unit"),
    path(f"{DISTRICT}/enheder/<int:pk>/saet-ind-igen/", units.restore_unit, name="restore-unit"),
]
