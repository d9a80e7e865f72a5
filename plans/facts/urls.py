from django.urls import path

from plans.facts import views

urlpatterns = [
    path("register/<slug:slug>/", views.facts, name="facts"),
    path("register/<slug:slug>/tal/liste.<slug:ending>", views.figures_sheet, name="figures-sheet"),
    path("register/<slug:slug>/<slug:kind_slug>/ny/", views.add_fact, name="add-fact"),
    path("register/<slug:slug>/<slug:kind_slug>/<int:pk>/", views.edit_fact, name="edit-fact"),
    path("register/<slug:slug>/<slug:kind_slug>/<int:pk>/slet/", views.delete_fact, name="delete-fact"),
]
