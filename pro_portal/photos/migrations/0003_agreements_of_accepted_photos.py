"""Pictures that were accepted before an agreement was required stay open, and say why; those that wait say what they lack."""

from django.db import migrations

REASON = "Acceptée avant que l’accord écrit des personnes soit exigé."
OF_PEOPLE = ("person", "child")


def record_earlier_decisions(apps, schema_editor):
    photos, consents = apps.get_model("photos", "Photo").objects, apps.get_model("photos", "Consent").objects
    covered = set(consents.filter(kind__in=OF_PEOPLE).values_list("photos", flat=True))
    without = [photo for photo in photos.filter(with_people=True).only("pk", "state") if photo.pk not in covered]
    waivers = apps.get_model("photos", "ConsentWaiver").objects
    waivers.bulk_create(waivers.model(photo=photo, reason=REASON) for photo in without if photo.state == "accepted")
    waiting = [photo.pk for photo in without if photo.state != "accepted"]
    apps.get_model("common", "Picture").objects.filter(pk__in=waiting).update(awaits_consent=True)


class Migration(migrations.Migration):
    dependencies = [("photos", "0002_agreements"), ("common", "0006_picture_awaits_consent")]
    operations = [migrations.RunPython(record_earlier_decisions, migrations.RunPython.noop)]
