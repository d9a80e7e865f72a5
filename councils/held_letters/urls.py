from django.urls import path

from councils.held_letters import views

HELD = "kreds/<slug:slug>/breve-der-venter"

urlpatterns = [
    path(f"{HELD}/", views.held_letters, name="held-letters"),
    path(f"{HELD}/<int:pk>/", views.held_letter, name="held-letter"),
    path(f"{HELD}/<int:pk>/stands/", views.stop_held_letter, name="stop-held-letter"),
]
