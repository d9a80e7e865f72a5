from django.urls import path

from councils.people.views import appointing, electing, leaving, pages, rules

DISTRICT = "kreds/<slug:slug>/folk"

urlpatterns = [
    path(f"{DISTRICT}/", pages.people, name="people"),
    path(f"{DISTRICT}/liste.<slug:ending>", pages.people_sheet, name="people-sheet"),
    path(f"{DISTRICT}/regler/", rules.seat_rules, name="seat-rules"),
    # a council
    path(f"{DISTRICT}/raad/<int:pk>/", pages.council_people, name="council-people"),
    path(f"{DISTRICT}/raad/<int:pk>/vaelg-naestformand/", electing.elect_vice_chair, name="elect-vice-chair"),
    path(f"{DISTRICT}/raad/<int:pk>/<slug:key>/", appointing.appoint, name="appoint"),
    # a term
    path(f"{DISTRICT}/perioder/<int:pk>/afslut/", leaving.leave, name="leave"),
    path(f"{DISTRICT}/perioder/<int:pk>/fortryd/", leaving.call_off, name="call-off"),
    path(f"{DISTRICT}/perioder/<int:pk>/inviter/", leaving.invite, name="invite-holder"),
]
