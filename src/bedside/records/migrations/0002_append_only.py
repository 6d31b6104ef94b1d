from django.db import migrations

from bedside.records import append_only


def install(apps, schema_editor):
    for statement in append_only.install(schema_editor.connection.vendor):
        schema_editor.execute(statement)


def lift(apps, schema_editor):
    for statement in append_only.lift(schema_editor.connection.vendor):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0001_initial'),
    ]

    operations = [
        migrations.RunPython(install, lift),
    ]
