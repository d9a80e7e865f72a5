from django.urls import path

from plans.pictures import views

urlpatterns = [
    path("planer/<int:pk>/billeder/", views.add_picture, name="add-picture"),
    path("planer/<int:pk>/billeder/<slug:name>/", views.draft_picture, name="draft-picture"),
]
