from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "samarbejde.outbox"
    verbose_name = "Udbakke"
