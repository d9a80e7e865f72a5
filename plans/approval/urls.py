from django.urls import path

from plans.approval.views import approving, discussing

urlpatterns = [
    path("planer/<int:pk>/droeftelse/", discussing.record_discussion, name="record-discussion"),
    path("planer/<int:pk>/droeftelse/referat/", discussing.discussion, name="discussion"),
    path("planer/<int:pk>/droeftelse/rettelser/", discussing.corrections, name="corrections"),
    path(
        "planer/<int:pk>/droeftelse/rettelser/begynd/", discussing.begin_corrections, name="begin-corrections"
    ),
    path("planer/<int:pk>/kladde/", approving.reopen_plan, name="reopen-plan"),
    path("planer/<int:pk>/underskrifter/tekst/", approving.text_to_sign, name="text-to-sign"),
    path(
        "planer/<int:pk>/underskrifter/liste.<slug:ending>",
        approving.signatures_sheet,
        name="signatures-sheet",
    ),
    path("planer/<int:pk>/underskrifter/paamind/", approving.remind_signatories, name="remind-signatories"),
    path("planer/<int:pk>/underskrifter/krav/", approving.switch_signatures, name="switch-signatures"),
    path(
        "planer/<int:pk>/underskrifter/papir/",
        approving.record_paper_signatures,
        name="record-paper-signatures",
    ),
    path("underskrift/<int:pk>/", approving.sign, name="sign"),
]
