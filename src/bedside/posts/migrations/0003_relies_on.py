from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("consents", "0001_initial"),
        ("library", "0002_boxes"),
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
        migrations.AddField(
            model_name="post",
            name="shows",
            field=models.ManyToManyField(blank=True, related_name="posts", to="library.asset"),
        ),
    ]
