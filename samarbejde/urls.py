from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from samarbejde import views
from samarbejde.site.administration import administration

handler400 = views.bad_request
handler403 = views.permission_denied
handler429 = "samarbejde.accounts.views.too_many_attempts"  # read by allauth
handler500 = views.server_error

urlpatterns: list[URLPattern | URLResolver] = [
    path("konto/", include("samarbejde.accounts.urls")),
    path("administration/", administration.urls),
    path("arbejdsbord/", include("plans.desk.urls")),
    path("arbejdsbord/", include("councils.people.urls")),
    path("arbejdsbord/", include("councils.organisation.urls")),
    path("arbejdsbord/", include("councils.wordings.urls")),
    path("arbejdsbord/", include("councils.held_letters.urls")),
    path("arbejdsbord/", include("councils.desk.urls")),
    path("arbejdsbord/", include("councils.meetings.urls")),
    path("arbejdsbord/", include("councils.agendas.urls")),
    path("arbejdsbord/", include("councils.attendance.urls")),
    path("arbejdsbord/", include("councils.minutes.urls")),
    path("arbejdsbord/", include("plans.importing.urls")),
    path("arbejdsbord/", include("plans.drafting.urls")),
    path("arbejdsbord/", include("plans.comments.urls")),
    path("arbejdsbord/", include("plans.consistency.urls")),
    path("arbejdsbord/", include("plans.replacing.urls")),
    path("arbejdsbord/", include("plans.suggestions.urls")),
    path("arbejdsbord/", include("plans.pictures.urls")),
    path("arbejdsbord/", include("plans.rounds.urls")),
    path("arbejdsbord/", include("plans.proposals.urls")),
    path("arbejdsbord/", include("plans.decisions.urls")),
    path("arbejdsbord/", include("plans.approval.urls")),
    path("arbejdsbord/", include("plans.partners.urls")),
    path("arbejdsbord/", include("plans.consultation.urls")),
    path("arbejdsbord/", include("plans.returned_drafts.urls")),
    path("arbejdsbord/", include("plans.publication.urls")),
    path("arbejdsbord/", include("plans.consultation_note.urls")),
    path("arbejdsbord/", include("plans.duties.urls")),
    path("arbejdsbord/", include("plans.follow_up.urls")),
    path("arbejdsbord/", include("plans.proposal_board.urls")),
    path("arbejdsbord/", include("plans.outcomes.urls")),
    path("arbejdsbord/", include("plans.preview.urls")),
    path("arbejdsbord/", include("plans.versions.urls")),
    path("arbejdsbord/", include("plans.facts.urls")),
    path("arbejdsbord/", include("plans.word.urls")),
    path("arbejdsbord/", include("plans.action_plans.urls")),
    path("arbejdsbord/", include("plans.approvers.urls")),
    path("arbejdsbord/", include("plans.local_plans.urls")),
    path("arbejdsbord/", include("plans.yearly_account.urls")),
    path("arbejdsbord/", include("plans.local_decisions.urls")),
    path("hoering/", include("plans.consultation.partner_urls")),
    path("", include("plans.year_cycle.urls")),
    path("favicon.ico", views.favicon, name="favicon"),
    path("was/", views.accessibility_statement, name="accessibility-statement"),
    path("", include("councils.minutes.public_urls")),
    path("", include("plans.action_plans.public_urls")),
    path("", include("plans.public.urls")),
]
if settings.DEMO:  # nowhere else
    urlpatterns.insert(0, path("demo/", include("samarbejde.accounts.demo_urls")))
