from django.apps import AppConfig

from bedside.records.sealing import register_sealed


class RecordsConfig(AppConfig):
    name = "bedside.records"

    def ready(self) -> None:
        register_sealed("records.Body", "sealed", about=lambda body: body.about)
