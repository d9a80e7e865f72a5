from django.apps import AppConfig


class WorkersConfig(AppConfig):
    name = "samarbejde.workers"
    verbose_name = "Arbejde i baggrunden"
