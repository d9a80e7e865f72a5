from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "samarbejde.events"
    verbose_name = "Hændelser"
