from django.urls import path

from plans.consultation import views

urlpatterns = [
    path("planer/<int:pk>/hoering/bemaerkninger/", views.consultation_replies, name="consultation-replies"),
    path("planer/<int:pk>/hoering/bemaerkninger/<int:reply_pk>/", views.answer_reply, name="answer-reply"),
    path("planer/<int:pk>/hoering/bemaerkning/<int:seat_pk>/", views.write_reply, name="write-reply"),
]
