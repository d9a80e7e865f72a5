from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "samarbejde.ledger"
    verbose_name = "Protokol"

    def ready(self) -> None:
        from samarbejde.ledger import checks  # noqa: F401
