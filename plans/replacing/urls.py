from django.urls import path

from plans.replacing import views

urlpatterns = [
    path("planer/<int:pk>/find-og-erstat/", views.find_and_replace, name="find-and-replace"),
    path("planer/<int:pk>/kontrol/ret/", views.mend_finding, name="mend-finding"),
    path("planer/<int:pk>/find-og-erstat/registret/", views.outdated_values, name="outdated-values"),
    path(
        "planer/<int:pk>/find-og-erstat/<int:replacement_pk>/fortryd/",
        views.undo_replacement,
        name="undo-replacement",
    ),
]
