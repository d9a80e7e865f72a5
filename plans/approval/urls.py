from django.urls import path

from plans.approval import views

urlpatterns = [
    path("planer/<int:pk>/droeftelse/", views.record_discussion, name="record-discussion"),
    path("planer/<int:pk>/kladde/", views.reopen_plan, name="reopen-plan"),
    path("planer/<int:pk>/underskrifter/", views.signatures, name="signatures"),
    path("planer/<int:pk>/underskrifter/tekst/", views.text_to_sign, name="text-to-sign"),
    path("planer/<int:pk>/underskrifter/igen/", views.renew_signatures, name="renew-signatures"),
    path("planer/<int:pk>/underskrifter/paamind/", views.remind_signatories, name="remind-signatories"),
    path("planer/<int:pk>/underskrifter/krav/", views.switch_signatures, name="switch-signatures"),
    path(
        "planer/<int:pk>/underskrifter/papir/", views.record_paper_signatures, name="record-paper-signatures"
    ),
    path("underskrift/<int:pk>/", views.sign, name="sign"),
]
