from django.urls import path

from plans.proposals import attachment_views, entering_views, sending_views, views

COUNCIL = "planer/<int:pk>/forslag/lokalraad/<int:council_pk>"
ATTACHMENTS = "forslag/<int:pk>/bilag"

urlpatterns = [
    # a lokalråd in the round
    path(f"{COUNCIL}/", views.council_proposals, name="council-proposals"),
    path(f"{COUNCIL}/nyt/", views.write_proposal, name="write-proposal"),
    path(f"{COUNCIL}/indtast/", entering_views.enter_proposal, name="enter-proposal"),
    path(f"{COUNCIL}/ingen/", views.say_no_proposals, name="say-no-proposals"),
    path(f"{COUNCIL}/indsendere/", sending_views.name_senders, name="proposal-senders"),
    # a proposal
    path("forslag/<int:pk>/ret/", views.edit_proposal, name="edit-proposal"),
    path("forslag/<int:pk>/indsend/", views.submit_proposal, name="submit-proposal"),
    path("forslag/<int:pk>/traek-tilbage/", views.withdraw_proposal, name="withdraw-proposal"),
    path("forslag/<int:pk>/genaabn/", views.reopen_proposal, name="reopen-proposal"),
    # its files
    path(f"{ATTACHMENTS}/", attachment_views.proposal_attachments, name="proposal-attachments"),
    path(
        f"{ATTACHMENTS}/<int:attachment_pk>/",
        attachment_views.proposal_attachment,
        name="proposal-attachment",
    ),
    path(
        f"{ATTACHMENTS}/<int:attachment_pk>/fjern/",
        attachment_views.remove_attachment,
        name="remove-proposal-attachment",
    ),
    path(
        f"{ATTACHMENTS}/sendt/<int:attachment_pk>/",
        attachment_views.handed_in_attachment,
        name="handed-in-attachment",
    ),
]
