from django.urls import path

from plans.decisions.views import announcing, deciding, postponing, reviewing

urlpatterns = [
    path("planer/<int:pk>/forslag/flyt/", postponing.postpone_proposals, name="postpone-proposals"),
    path("planer/<int:pk>/forslag/meddel/", announcing.announce_decisions, name="announce-decisions"),
    # a proposal
    path("forslag/<int:pk>/", reviewing.proposal, name="proposal"),
    path("forslag/<int:pk>/aendringer/", reviewing.request_changes, name="request-changes"),
    path("forslag/<int:pk>/svarfrist/", reviewing.extend_answer, name="extend-answer"),
    path("forslag/<int:pk>/bemaerkning/", reviewing.review_proposal, name="review-proposal"),
    path("forslag/<int:pk>/afgoer/", deciding.decide_proposal, name="decide-proposal"),
    path("forslag/<int:pk>/fortryd/", deciding.undo_decision, name="undo-decision"),
]
