from django.urls import path

from plans.drafting.views import focus_areas, outline, starting, text, writing

urlpatterns = [
    path("planer/ny/", starting.start_plan, name="start-plan"),
    # The draft as it is read
    path("planer/<int:pk>/tekst/", text.plan_text, name="plan-text"),
    path("planer/<int:pk>/hoering/", text.send_to_consultation, name="send-to-consultation"),
    # Its contents
    path("planer/<int:pk>/indhold/", outline.plan_outline, name="plan-outline"),
    path("planer/<int:pk>/afsnit/nyt/", outline.add_section, name="add-section"),
    path("planer/<int:pk>/afsnit/<int:section_pk>/flyt/", outline.move_section, name="move-section"),
    path("planer/<int:pk>/afsnit/<int:section_pk>/slet/", outline.delete_section, name="delete-section"),
    path("planer/<int:pk>/afsnit/<int:section_pk>/gendan/", outline.restore_section, name="restore-section"),
    # One section
    path("planer/<int:pk>/afsnit/<int:section_pk>/", writing.edit_section, name="edit-section"),
    path(
        "planer/<int:pk>/afsnit/<int:section_pk>/historik/", writing.section_history, name="section-history"
    ),
    # Topics and priorities
    path("planer/<int:pk>/emner/", focus_areas.focus_areas, name="focus-areas"),
    path("planer/<int:pk>/emner/nyt/", focus_areas.add_focus_area, name="add-focus-area"),
    path("planer/<int:pk>/emner/<int:area_pk>/", focus_areas.edit_focus_area, name="edit-focus-area"),
    path(
        "planer/<int:pk>/emner/<int:area_pk>/slet/", focus_areas.remove_focus_area, name="remove-focus-area"
    ),
    path("planer/<int:pk>/prioriteringer/<int:council_pk>/", focus_areas.priorities, name="priorities"),
]
