from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "samarbejde.accounts"
    verbose_name = "Konti"

    def ready(self) -> None:
        from samarbejde.accounts.security_log import listen

        listen()
