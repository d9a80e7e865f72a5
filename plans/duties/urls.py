from django.urls import path

from plans.duties import views

DUTIES = "planer/<int:pk>/opgaver"

urlpatterns = [
    path(f"{DUTIES}/", views.duties, name="duties"),
    path(f"{DUTIES}/ny/", views.add_duty, name="add-duty"),
    path(f"{DUTIES}/foreslaaede/", views.propose_duties, name="propose-duties"),
    path(f"{DUTIES}/fravalgte/", views.declined_sentences, name="declined-sentences"),
    path(f"{DUTIES}/<int:duty_pk>/", views.edit_duty, name="edit-duty"),
    path(f"{DUTIES}/<int:duty_pk>/slet/", views.delete_duty, name="delete-duty"),
]
