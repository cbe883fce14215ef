import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_profiles_of_everybody"),
        ("common", "0011_size_of_renditions"),
        ("photos", "0007_rights_changes_and_transfer_version"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PhotoRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, verbose_name="nom")),
                ("email", models.EmailField(max_length=254, verbose_name="courriel")),
                (
                    "use",
                    models.CharField(
                        choices=[
                            ("web", "Site internet"),
                            ("social", "Réseaux sociaux"),
                            ("print", "Imprimés"),
                            ("press", "Presse"),
                            ("advertising", "Publicité"),
                        ],
                        max_length=12,
                        verbose_name="usage",
                    ),
                ),
                ("purpose", models.TextField(verbose_name="pour quoi")),
                ("language", models.CharField(default="fr", max_length=10)),
                ("at", models.DateTimeField(auto_now_add=True, db_index=True)),
                ("answer", models.TextField(blank=True, verbose_name="réponse")),
                ("answered_at", models.DateTimeField(blank=True, db_index=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.organisation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photo_requests",
                        to=settings.WAGTAILIMAGES_IMAGE_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "demande de photo",
                "verbose_name_plural": "demandes de photos",
                "ordering": ["at", "pk"],
            },
        ),
    ]
