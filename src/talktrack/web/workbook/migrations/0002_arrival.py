import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("workbook", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Arrival",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("reference", models.CharField(max_length=200)),
                ("turn", models.PositiveBigIntegerField()),
                ("version", models.PositiveIntegerField()),
                (
                    "workbook",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="workbook.workbook"),
                ),
            ],
            managers=[("_all", django.db.models.manager.Manager())],
        ),
        migrations.AddConstraint(
            model_name="arrival",
            constraint=models.UniqueConstraint(fields=("workbook", "reference"), name="arrival_reference"),
        ),
    ]
