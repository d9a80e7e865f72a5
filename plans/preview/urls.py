from django.urls import path

from plans.preview import views

urlpatterns = [
    path("planer/<int:pk>/forhaandsvisning/", views.preview_plan, name="preview-plan"),
    path("forslag/<int:pk>/i-planen/", views.preview_proposal, name="preview-proposal"),
    path("planer/<int:pk>/udkast/", views.draft_print, name="draft-print"),
    path(
        "planer/<int:pk>/afsnit/<int:section_pk>/forhaandsvisning/",
        views.preview_section,
        name="preview-section",
    ),
    path(
        "planer/<int:pk>/afsnit/<int:section_pk>/udkast.pdf",
        views.preview_section_pdf,
        name="preview-section-pdf",
    ),
]
