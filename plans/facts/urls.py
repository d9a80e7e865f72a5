from django.urls import path

from plans.facts.views import facts, figures

urlpatterns = [
    path("register/<slug:slug>/", facts.facts, name="facts"),
    path("register/<slug:slug>/tal/liste.<slug:ending>", figures.figures_sheet, name="figures-sheet"),
    path("register/<slug:slug>/tal/hent/", figures.fetch_figures, name="fetch-figures"),
    path("register/<slug:slug>/tal/planaar/<int:year>/", figures.figures_of_year, name="figures-of-year"),
    path("register/<slug:slug>/<slug:kind_slug>/ny/", facts.add_fact, name="add-fact"),
    path("register/<slug:slug>/<slug:kind_slug>/<int:pk>/", facts.edit_fact, name="edit-fact"),
    path("register/<slug:slug>/<slug:kind_slug>/<int:pk>/slet/", facts.delete_fact, name="delete-fact"),
]
