from django.urls import path

from plans.returned_drafts import views

WORD = "planer/<int:pk>/hoering/word"

urlpatterns = [
    path(f"{WORD}/", views.return_draft, name="return-draft"),
    path(f"{WORD}/<int:draft_pk>/", views.returned_draft, name="returned-draft"),
    path(f"{WORD}/<int:draft_pk>/fil/", views.returned_file, name="returned-file"),
    path(f"{WORD}/<int:draft_pk>/slet/", views.delete_returned_draft, name="delete-returned-draft"),
]
