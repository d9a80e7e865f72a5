from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "samarbejde.accounts"
    verbose_name = "Konti"
