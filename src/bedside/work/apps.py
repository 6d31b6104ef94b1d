from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class WorkConfig(AppConfig):
    """Background work. Its app is installed last, so that every app's `wiring` finds its models."""

    name = "bedside.work"

    def ready(self) -> None:
        autodiscover_modules("wiring")
