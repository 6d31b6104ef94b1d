from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "bedside.outbox"
