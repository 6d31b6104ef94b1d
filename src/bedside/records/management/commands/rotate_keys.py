"""`rotate_keys`: a new sealing key, and every sealed value under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.management.base import BaseCommand

from bedside.records.keys import rotate_sealing_key
from bedside.records.sealing import reseal_all

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(BaseCommand):
    """Make a new sealing key and seal every value anew, while everything else goes on."""

    help = (
        "Make a new sealing key and seal every stored value anew. Older keys stay in the key file, "
        "because older backups need them. Take a backup of the key file afterwards."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--resume",
            action="store_true",
            help="Make no new key: go on where an earlier run was cut off.",
        )

    def handle(self, *, resume: bool, **options: object) -> None:
        if not resume:
            self.stdout.write(f"New sealing key {rotate_sealing_key()}")
        for sealed_field, changed in reseal_all():
            self.stdout.write(f"{sealed_field.model}.{sealed_field.field}: {changed} sealed anew")
