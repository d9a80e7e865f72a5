from django.urls import path

from plans.proposal_board.views import lists, merging, recommendations

ALL = "planer/<int:pk>/forslag/alle"

urlpatterns = [
    path(f"{ALL}/", lists.all_proposals, name="all-proposals"),
    path(f"{ALL}/liste.<slug:ending>", lists.all_proposals_sheet, name="all-proposals-sheet"),
    path(f"{ALL}/saml/", merging.merge_proposals, name="merge-proposals"),
    path(f"{ALL}/indstillinger/", recommendations.recommendations, name="recommendations"),
    path(f"{ALL}/indstillinger.pdf", recommendations.recommendations_pdf, name="recommendations-pdf"),
    # a proposal
    path("forslag/<int:pk>/behandler/", lists.handle_proposal, name="handle-proposal"),
    path("forslag/<int:pk>/lignende/", lists.similar_proposals, name="similar-proposals"),
]
