from django.urls import path

from plans.consistency import views

urlpatterns = [
    path("planer/<int:pk>/kontrol/", views.plan_consistency, name="plan-consistency"),
    path(
        "planer/<int:pk>/kontrol/maa-staa/<int:waiver_pk>/tag-tilbage/",
        views.take_back_waiver,
        name="take-back-waiver",
    ),
    path("planer/<int:pk>/afsnit/<int:section_pk>/kontrol/", views.section_findings, name="section-findings"),
    path("planer/<int:pk>/kontrol/ordliste/", views.list_found_word, name="list-found-word"),
    path("ordlister/<slug:slug>/", views.word_lists, name="word-lists"),
    path("ordlister/<slug:slug>/<int:pk>/fjern/", views.unlist_word, name="unlist-word"),
]
