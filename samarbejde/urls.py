from django.contrib import admin
from django.urls import include, path

from samarbejde import views

urlpatterns = [
    path("was/", views.accessibility_statement, name="accessibility-statement"),
    path("konto/", include("allauth.urls")),
    path("administration/", admin.site.urls),
]
