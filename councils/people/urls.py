from django.urls import path

from councils.people.views import appointing, pages

DISTRICT = "kreds/<slug:slug>/folk"

urlpatterns = [
    path(f"{DISTRICT}/", pages.people, name="people"),
    path(f"{DISTRICT}/liste.<slug:ending>", pages.people_sheet, name="people-sheet"),
    path(f"{DISTRICT}/raad/<int:pk>/", pages.council_people, name="council-people"),
    path(f"{DISTRICT}/raad/<int:pk>/<slug:key>/", appointing.appoint, name="appoint"),
]
