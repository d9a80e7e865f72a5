from django.urls import path

from plans.proposals.views import postponing, reviewing, rounds, writing

PLAN = "planer/<int:pk>"
COUNCIL = f"{PLAN}/forslag/lokalraad/<int:council_pk>"

urlpatterns = [
    # the round
    path(f"{PLAN}/forslag/", rounds.proposal_board, name="proposal-board"),
    path(f"{PLAN}/forslag/liste.<slug:ending>", rounds.proposals_sheet, name="proposals-sheet"),
    path(f"{PLAN}/forslag/flyt/", postponing.postpone_proposals, name="postpone-proposals"),
    path(f"{PLAN}/forslagsrunde/", rounds.open_round, name="open-round"),
    path(f"{PLAN}/forslagsrunde/frist/<int:council_pk>/", rounds.extend_deadline, name="extend-deadline"),
    path(f"{PLAN}/forslagsrunde/paamindelse/", rounds.remind_councils, name="remind-councils"),
    # a lokalråd in the round
    path(f"{COUNCIL}/", writing.council_proposals, name="council-proposals"),
    path(f"{COUNCIL}/nyt/", writing.write_proposal, name="write-proposal"),
    path(f"{COUNCIL}/ingen/", writing.say_no_proposals, name="say-no-proposals"),
    # a proposal
    path("forslag/<int:pk>/", reviewing.proposal, name="proposal"),
    path("forslag/<int:pk>/ret/", writing.edit_proposal, name="edit-proposal"),
    path("forslag/<int:pk>/indsend/", writing.submit_proposal, name="submit-proposal"),
    path("forslag/<int:pk>/traek-tilbage/", writing.withdraw_proposal, name="withdraw-proposal"),
    path("forslag/<int:pk>/aendringer/", reviewing.request_changes, name="request-changes"),
    path("forslag/<int:pk>/bemaerkning/", reviewing.review_proposal, name="review-proposal"),
    path("forslag/<int:pk>/afgoer/", reviewing.decide_proposal, name="decide-proposal"),
]
