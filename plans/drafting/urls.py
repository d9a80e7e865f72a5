from django.urls import path

from plans.drafting.views import (
    care,
    carrying,
    deleting,
    editing,
    focus_areas,
    history,
    outline,
    parting,
    picturing,
    presence,
    projects,
    proposers,
    text,
    typed_before,
)

urlpatterns = [
    # The draft as it is read
    path("planer/<int:pk>/tekst/", text.plan_text, name="plan-text"),
    # Its contents
    path("planer/<int:pk>/indhold/", outline.plan_outline, name="plan-outline"),
    path("planer/<int:pk>/afsnit/nyt/", outline.add_section, name="add-section"),
    path("planer/<int:pk>/afsnit/<int:section_pk>/flyt/", outline.place_section, name="place-section"),
    path("planer/<int:pk>/afsnit/<int:section_pk>/billede/", picturing.put_picture, name="put-picture"),
    path("planer/<int:pk>/afsnit/<int:section_pk>/del/", parting.split_section, name="split-section"),
    path("planer/<int:pk>/afsnit/<int:section_pk>/saml/", parting.join_section, name="join-section"),
    path("planer/<int:pk>/afsnit/<int:section_pk>/slet/", deleting.delete_section, name="delete-section"),
    path("planer/<int:pk>/afsnit/<int:section_pk>/gendan/", deleting.restore_section, name="restore-section"),
    path("planer/<int:pk>/papirkurv/", deleting.deleted_sections, name="deleted-sections"),
    # One section
    path("planer/<int:pk>/afsnit/<int:section_pk>/", editing.edit_section, name="edit-section"),
    path(
        "planer/<int:pk>/afsnit/<int:section_pk>/historik/", editing.section_history, name="section-history"
    ),
    path(
        "planer/<int:pk>/afsnit/<int:section_pk>/historik/sammenlign/",
        history.compare_section,
        name="compare-section",
    ),
    path("planer/<int:pk>/afsnit/<int:section_pk>/ansvar/", care.care_for_section, name="care-for-section"),
    path("planer/<int:pk>/afsnit/<int:section_pk>/her/", presence.presence, name="section-presence"),
    path("forskel/", typed_before.compare_typed, name="compare-typed"),
    path("planer/<int:pk>/afsnit/<int:section_pk>/laest/", carrying.say_read, name="say-read"),
    # What came along from last year's plan
    path("planer/<int:pk>/fra-sidste-aar/", carrying.carried_over, name="carried-over"),
    path("planer/<int:pk>/fra-sidste-aar/siden/", carrying.later_changes, name="later-changes"),
    # Topics and priorities
    path("planer/<int:pk>/emner/", focus_areas.focus_areas, name="focus-areas"),
    path("planer/<int:pk>/emner/nyt/", focus_areas.add_focus_area, name="add-focus-area"),
    path("planer/<int:pk>/emner/<int:area_pk>/", focus_areas.edit_focus_area, name="edit-focus-area"),
    path(
        "planer/<int:pk>/emner/<int:area_pk>/slet/", focus_areas.remove_focus_area, name="remove-focus-area"
    ),
    path("planer/<int:pk>/emner/<int:area_pk>/projekter/nyt/", projects.add_project, name="add-project"),
    path(
        "planer/<int:pk>/emner/<int:area_pk>/projekter/<int:number>/",
        projects.edit_project,
        name="edit-project",
    ),
    path(
        "planer/<int:pk>/emner/<int:area_pk>/projekter/<int:number>/slet/",
        projects.remove_project,
        name="remove-project",
    ),
    path(
        "planer/<int:pk>/emner/<int:area_pk>/forslagsstillere/",
        proposers.name_proposers,
        name="name-proposers",
    ),
    path("planer/<int:pk>/prioriteringer/<int:council_pk>/", focus_areas.priorities, name="priorities"),
]
