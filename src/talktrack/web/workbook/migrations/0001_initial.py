import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Workbook",
            fields=[
                (
                    "owner",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="people.account",
                    ),
                ),
                ("revision", models.PositiveBigIntegerField(default=0)),
            ],
            managers=[
                ("_all", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Record",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=32)),
                ("name", models.CharField(max_length=200)),
                ("position", models.IntegerField()),
                ("body", models.TextField()),
                ("title", models.CharField(default="", max_length=200)),
                ("day", models.CharField(default="", max_length=10)),
                ("state", models.CharField(default="", max_length=32)),
                ("parent", models.CharField(default="", max_length=200)),
                ("words", models.TextField(default="")),
                ("version", models.PositiveIntegerField(default=1)),
                ("made_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("deleted_at", models.DateTimeField(default=None, null=True)),
                ("workbook", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="workbook.workbook")),
            ],
            managers=[
                ("_all", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=240)),
                ("fields", models.TextField()),
                ("version", models.PositiveIntegerField(default=0)),
                ("saved_at", models.DateTimeField()),
                ("workbook", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="workbook.workbook")),
            ],
            managers=[
                ("_all", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField()),
                ("action", models.CharField(max_length=12)),
                ("body", models.TextField()),
                ("at", models.DateTimeField()),
                ("record", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="workbook.record")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("record", "version"), name="revision_version")],
            },
            managers=[
                ("_all", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddIndex(
            model_name="record",
            index=models.Index(
                condition=models.Q(("deleted_at", None)), fields=["workbook", "kind", "position"], name="record_place"
            ),
        ),
        migrations.AddIndex(
            model_name="record",
            index=models.Index(
                condition=models.Q(("deleted_at", None)),
                fields=["workbook", "kind", "day", "position"],
                name="record_day",
            ),
        ),
        migrations.AddIndex(
            model_name="record",
            index=models.Index(
                condition=models.Q(("deleted_at", None)), fields=["workbook", "parent"], name="record_parent"
            ),
        ),
        migrations.AddConstraint(
            model_name="record",
            constraint=models.UniqueConstraint(fields=("workbook", "kind", "name"), name="record_name"),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.UniqueConstraint(fields=("workbook", "place"), name="draft_place"),
        ),
    ]
