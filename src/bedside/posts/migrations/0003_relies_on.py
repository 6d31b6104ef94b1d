from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("consents", "0001_initial"),
        ("posts", "0002_approved_lately"),
    ]

    operations = [
        migrations.AddField(
            model_name="post",
            name="relies_on",
            field=models.ManyToManyField(
                blank=True, related_name="posts", to="consents.authorization"
            ),
        ),
    ]
