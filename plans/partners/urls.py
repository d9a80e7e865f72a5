from django.urls import path

from plans.partners import views

urlpatterns = [
    # the district's list
    path("planer/<int:pk>/hoering/partnere/", views.partners, name="partners"),
    path("planer/<int:pk>/hoering/partnere/ny/", views.add_partner, name="add-partner"),
    path("planer/<int:pk>/hoering/partnere/<int:partner_pk>/", views.edit_partner, name="edit-partner"),
    # an invitation
    path(
        "planer/<int:pk>/hoering/invitationer/<int:invitation_pk>/nyt-link/",
        views.send_new_link,
        name="send-new-link",
    ),
    path(
        "planer/<int:pk>/hoering/invitationer/<int:invitation_pk>/traek-tilbage/",
        views.withdraw_invitation,
        name="withdraw-invitation",
    ),
]
