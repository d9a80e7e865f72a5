from django.urls import path

from councils.wordings import views

LETTERS = "kreds/<slug:slug>/breve"

urlpatterns = [
    path(f"{LETTERS}/", views.letter_kinds, name="letter-kinds"),
    path(f"{LETTERS}/<slug:key>/", views.word_letter, name="word-letter"),
    path(f"{LETTERS}/<slug:key>/standard/", views.restore_standard, name="restore-standard-letter"),
]
