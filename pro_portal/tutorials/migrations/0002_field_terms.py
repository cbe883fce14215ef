from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_field_terms"), ("tutorials", "0001_initial")]

    operations = [
        migrations.RenameModel(old_name="PathWords", new_name="PathTranslation"),
        migrations.RenameModel(old_name="TutorialWords", new_name="TutorialTranslation"),
        migrations.RenameField(model_name="tutorial", old_name="audience_circles", new_name="audience_groups"),
        migrations.RenameField(model_name="tutorialpath", old_name="audience_circles", new_name="audience_groups"),
    ]
