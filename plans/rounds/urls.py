from django.urls import path

from plans.rounds import question_views, views

PLAN = "planer/<int:pk>"

urlpatterns = [
    path(f"{PLAN}/forslag/", views.proposal_board, name="proposal-board"),
    path(f"{PLAN}/forslag/liste.<slug:ending>", views.proposals_sheet, name="proposals-sheet"),
    path(f"{PLAN}/forslag/breve/", views.round_letters, name="round-letters"),
    path(f"{PLAN}/forslagsrunde/", views.open_round, name="open-round"),
    path(f"{PLAN}/forslagsrunde/spoergsmaal/", question_views.round_questions, name="round-questions"),
    path(f"{PLAN}/forslagsrunde/frist/<int:council_pk>/", views.extend_deadline, name="extend-deadline"),
    path(f"{PLAN}/forslagsrunde/paamindelse/", views.remind_councils, name="remind-councils"),
]
