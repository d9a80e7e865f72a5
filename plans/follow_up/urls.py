from django.urls import path

from plans.follow_up import views

ATTACHMENTS = "opgaver/<int:pk>/raad/<int:council_pk>/bilag"

urlpatterns = [
    path("planer/<int:pk>/opgaver/svar/", views.duty_board, name="duty-board"),
    path("planer/<int:pk>/opgaver/svar/liste.<slug:ending>", views.duties_sheet, name="duties-sheet"),
    path("planer/<int:pk>/status/", views.topic_statuses, name="topic-statuses"),
    path("planer/<int:pk>/status/<uuid:lineage>/", views.topic_history, name="topic-history"),
    path("opgaver/<int:pk>/raad/<int:council_pk>/", views.answer_duty, name="answer-duty"),
    path("opgaver/<int:pk>/raad/<int:council_pk>/laes/", views.review_answer, name="review-answer"),
    path(f"{ATTACHMENTS}/", views.answer_attachments, name="answer-attachments"),
    path(f"{ATTACHMENTS}/<int:attachment_pk>/", views.answer_attachment, name="answer-attachment"),
    path(
        f"{ATTACHMENTS}/<int:attachment_pk>/fjern/", views.remove_attachment, name="remove-answer-attachment"
    ),
    path(
        f"{ATTACHMENTS}/sendt/<int:attachment_pk>/", views.submitted_attachment, name="submitted-attachment"
    ),
    path("planer/<int:pk>/moedepapir/<int:quarter>/", views.meeting_paper, name="meeting-paper"),
    path("planer/<int:pk>/moedepapir/<int:quarter>.pdf", views.meeting_paper_pdf, name="meeting-paper-pdf"),
]
