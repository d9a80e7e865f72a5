from django.urls import path

from plans.action_plans.views import public

ACTION_PLAN = "<slug:district>/<int:year>/kommuner/<slug:municipality>/handleplaner/<slug:name>"

urlpatterns = [
    path(f"{ACTION_PLAN}/", public.public_action_plan, name="public-action-plan"),
    path(f"{ACTION_PLAN}/handleplan.pdf", public.public_action_plan_pdf, name="public-action-plan-pdf"),
]
