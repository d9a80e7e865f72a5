from django.apps import AppConfig


class AttachmentsConfig(AppConfig):
    name = "samarbejde.attachments"
    verbose_name = "Bilag"
