from django.urls import path

from plans.desk import views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("afvist-post/", views.refused_mail, name="refused-mail"),
    path("afvist-post/<int:pk>/send-igen/", views.send_again, name="send-again"),
    path("planer/", views.plans, name="plans"),
    path("planer/<int:pk>/", views.plan, name="plan"),
]
