from django.urls import path

from samarbejde.accounts import demo_views

urlpatterns = [
    path("", demo_views.log_in, name="demo-login"),
    path("postkasse/", demo_views.mailbox, name="demo-mailbox"),
]
