from django.apps import AppConfig


class SamarbejdeConfig(AppConfig):
    name = "samarbejde"
    verbose_name = "Portalen"

    def ready(self) -> None:
        from samarbejde.site import checks  # noqa: F401
