from django.urls import path

from councils.minutes.views import public

MINUTES = "<slug:district>/moeder/<slug:name>"

urlpatterns = [
    path("<slug:district>/moeder/", public.public_meetings, name="public-meetings"),
    path(f"{MINUTES}/", public.public_minutes, name="public-minutes"),
    path(f"{MINUTES}/referat.pdf", public.public_minutes_pdf, name="public-minutes-pdf"),
    path(f"{MINUTES}/bilag/<slug:key>/", public.public_minutes_file, name="public-minutes-file"),
]
