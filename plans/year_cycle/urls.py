from django.urls import path

from plans.year_cycle import views

urlpatterns = [
    path("arbejdsbord/aarshjul/", views.own_year, name="own-year"),
    path("arbejdsbord/aarshjul/kalender/ny/", views.make_calendar_address, name="make-calendar-address"),
    path("arbejdsbord/aarshjul/kalender/luk/", views.close_calendar_address, name="close-calendar-address"),
    path("arbejdsbord/aarshjul/<slug:slug>/<int:year>/", views.district_year, name="district-year"),
    path("arbejdsbord/raad/<int:pk>/aarshjul/<int:year>/", views.council_year, name="council-year"),
    path("kalender/<slug:token>.ics", views.own_calendar, name="own-calendar"),
]
