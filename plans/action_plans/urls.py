from django.urls import path

from plans.action_plans.views import activities, deciding, plans

urlpatterns = [
    path("raad/<int:pk>/handleplaner/", plans.this_year, name="own-action-plans"),
    path("raad/<int:pk>/handleplaner/<int:year>/", plans.council_action_plans, name="action-plans"),
    path(
        "raad/<int:pk>/handleplaner/<int:year>/<uuid:lineage>/ny/",
        plans.make_action_plan,
        name="make-action-plan",
    ),
    path("handleplaner/<int:pk>/", plans.action_plan, name="action-plan"),
    path("handleplaner/<int:pk>/ret/", plans.edit_action_plan, name="edit-action-plan"),
    path("handleplaner/<int:pk>/vedtag/", deciding.adopt, name="adopt-action-plan"),
    path("handleplaner/<int:pk>/tag-tilbage/", deciding.take_back, name="take-back-action-plan"),
    path("handleplaner/<int:pk>/evaluer/", deciding.evaluate, name="evaluate-action-plan"),
    path("handleplaner/<int:pk>/videre/", deciding.carry_on, name="carry-on-action-plan"),
    path("handleplaner/<int:pk>/offentliggoer/", deciding.publish, name="publish-action-plan"),
    path("handleplaner/<int:pk>/slet/", deciding.delete, name="delete-action-plan"),
    path("handleplaner/<int:pk>/aktiviteter/ny/", activities.add_activity, name="add-activity"),
    path(
        "handleplaner/<int:pk>/aktiviteter/<int:activity_pk>/",
        activities.edit_activity,
        name="edit-activity",
    ),
    path(
        "handleplaner/<int:pk>/aktiviteter/<int:activity_pk>/status/",
        activities.tell_status,
        name="tell-status",
    ),
    path(
        "handleplaner/<int:pk>/aktiviteter/<int:activity_pk>/flyt/",
        activities.move_activity,
        name="move-activity",
    ),
    path(
        "handleplaner/<int:pk>/aktiviteter/<int:activity_pk>/slet/",
        activities.delete_activity,
        name="delete-activity",
    ),
]
