from django.db import migrations

OLD, NEW = "audience_circles", "audience_groups"


def rename_in(mapping: dict) -> bool:
    """Give the value kept under the old name of a field its new one; whether there was any."""
    if OLD not in mapping:
        return False
    mapping[NEW] = mapping.pop(OLD)
    return True


def rename_in_revisions(apps, schema_editor):
    """Drafts of the CMS and proposals that wait keep the fields of their thing by name."""
    revisions = apps.get_model("wagtailcore", "Revision").objects.filter(content__has_key=OLD)
    for revision in revisions.iterator():
        if rename_in(revision.content):
            revision.save(update_fields=["content"])


def rename_in_drafts(apps, schema_editor):
    """What members were typing is kept by the names of the form's fields."""
    for draft in apps.get_model("submissions", "Draft").objects.iterator():
        if rename_in(draft.fields):
            draft.save(update_fields=["fields"])


class Migration(migrations.Migration):
    dependencies = [
        ("submissions", "0001_initial"),
        ("agenda", "0004_field_terms"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.RunPython(rename_in_revisions, migrations.RunPython.noop),
        migrations.RunPython(rename_in_drafts, migrations.RunPython.noop),
    ]
