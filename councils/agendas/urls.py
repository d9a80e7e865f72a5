from django.urls import path

from councils.agendas.views import agenda, attachments, requesting

COUNCIL = "raad/<int:pk>/moeder"
MEETING = "moeder/<int:pk>"
ITEM = f"{MEETING}/punkter/<int:item_pk>"

urlpatterns = [
    path(f"{MEETING}/dagsorden/", agenda.agenda, name="agenda"),
    path(f"{MEETING}/dagsorden.pdf", agenda.agenda_paper, name="agenda-pdf"),
    # a point, and its files
    path(f"{MEETING}/punkter/nyt/", agenda.add_item, name="add-item"),
    path(f"{ITEM}/", agenda.edit_item, name="edit-item"),
    path(f"{ITEM}/slet/", agenda.delete_item, name="delete-item"),
    path(f"{ITEM}/bilag/", attachments.item_attachments, name="item-attachments"),
    path(f"{ITEM}/bilag/<int:attachment_pk>/", attachments.item_attachment, name="item-attachment"),
    path(
        f"{ITEM}/bilag/<int:attachment_pk>/fjern/",
        attachments.remove_attachment,
        name="remove-item-attachment",
    ),
    # what members ask for
    path(f"{COUNCIL}/oensk/", requesting.ask_for_point, name="ask-for-point"),
    path(f"{COUNCIL}/oensker/<int:request_pk>/afvis/", requesting.decline_request, name="decline-request"),
]
