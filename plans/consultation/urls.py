from django.urls import path

from plans.consultation.views import asking, replies, sending

HEARING = "planer/<int:pk>/hoering"

urlpatterns = [
    # the hearing
    path(f"{HEARING}/", sending.send_to_consultation, name="send-to-consultation"),
    path(f"{HEARING}/frist/", asking.extend_consultation, name="extend-consultation"),
    path(f"{HEARING}/paamindelse/", asking.remind_consulted, name="remind-consulted"),
    # what is said in it
    path(f"{HEARING}/bemaerkninger/", replies.consultation_replies, name="consultation-replies"),
    path(f"{HEARING}/bemaerkninger/<int:reply_pk>/", replies.answer_reply, name="answer-reply"),
    path(f"{HEARING}/bemaerkning/<int:seat_pk>/", replies.write_reply, name="write-reply"),
]
