from django.urls import path

from plans.public import health, local_views, search, views

LOCAL = "<slug:district>/<int:year>/kommuner/<slug:municipality>/plan"

urlpatterns = [
    path("", views.front, name="front"),
    path("soeg/", search.results, name="search"),
    path("sundhed/", health.health, name="health"),
    path("<slug:district>/", views.district, name="district"),
    path("<slug:district>/<int:year>/", views.edition, name="edition"),
    path("<slug:district>/<int:year>/plan.pdf", views.edition_pdf, name="edition-pdf"),
    path("<slug:district>/<int:year>/udgave/<int:number>/", views.edition, name="numbered-edition"),
    path(
        "<slug:district>/<int:year>/udgave/<int:number>/plan.pdf",
        views.edition_pdf,
        name="numbered-edition-pdf",
    ),
    path("<slug:district>/<int:year>/billeder/<slug:name>/", views.edition_picture, name="edition-picture"),
    path("<slug:district>/<int:year>/aendringer/", views.edition_changes, name="edition-changes"),
    path(
        "<slug:district>/<int:year>/kommuner/<slug:municipality>/",
        views.municipality_page,
        name="municipality-page",
    ),
    path(f"{LOCAL}/", local_views.local_edition, name="local-edition"),
    path(f"{LOCAL}/plan.pdf", local_views.local_edition_pdf, name="local-edition-pdf"),
    path(f"{LOCAL}/udgave/<int:number>/", local_views.local_edition, name="local-numbered-edition"),
    path(
        f"{LOCAL}/udgave/<int:number>/plan.pdf",
        local_views.local_edition_pdf,
        name="local-numbered-edition-pdf",
    ),
]
