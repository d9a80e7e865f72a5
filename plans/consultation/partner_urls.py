"""Behind a personal link: a page has its token in its address, and needs no login."""

from django.urls import path

from plans.consultation.views import partners

urlpatterns = [
    path("<str:token>/", partners.partner_draft, name="partner-draft"),
    path("<str:token>/svar/", partners.partner_reply, name="partner-reply"),
    path("<str:token>/billeder/<slug:name>/", partners.partner_picture, name="partner-picture"),
]
