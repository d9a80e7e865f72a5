from django.urls import path

from plans.approvers import views

PLANS = "kreds/<slug:slug>/lokale-planer/godkendere"

urlpatterns = [
    path(f"{PLANS}/", views.approval_rules, name="approval-rules"),
    path(f"{PLANS}/ret/", views.edit_approval_rules, name="edit-approval-rules"),
    path(f"{PLANS}/kommune/<slug:place>/", views.edit_approvers_of_place, name="edit-approvers-of-place"),
    path(
        f"{PLANS}/kommune/<slug:place>/foelg-kredsen/",
        views.follow_the_district,
        name="follow-the-district",
    ),
]
