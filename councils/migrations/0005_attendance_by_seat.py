import django.db.models.deletion
from django.db import migrations, models

# Foreign keys are checked at once, so that the table can be altered in the same transaction.
CHECKED = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED"


def seat(apps, schema_editor):
    """A deputy stood in; where the mayor was there too, the seat is the mayor's and the deputy came along."""
    Attendance = apps.get_model("councils", "Attendance")
    taken = set()
    present = Attendance.objects.exclude(membership=None).select_related("membership")
    for attendance in sorted(present, key=lambda one: (one.membership.role == "deputy", one.pk)):
        place = attendance.membership.municipality_id
        attendance.presence = "stand_in" if attendance.membership.role == "deputy" else "present"
        if place and (attendance.meeting_id, place) not in taken:
            taken.add((attendance.meeting_id, place))
            attendance.municipality_id = place
        attendance.save()


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0004_reply_addresses'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='attendance',
            options={'ordering': ['pk'], 'verbose_name': 'fremmøde', 'verbose_name_plural': 'fremmøder'},
        ),
        migrations.AddField(
            model_name='attendance',
            name='municipality',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.municipality', verbose_name='kommunens plads'),
        ),
        migrations.AddField(
            model_name='attendance',
            name='presence',
            field=models.CharField(choices=[('present', 'mødt'), ('stand_in', 'stedfortræder'), ('absent', 'afbud')], default='present', max_length=10, verbose_name='fremmøde'),
        ),
        migrations.AlterField(
            model_name='attendance',
            name='membership',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.membership', verbose_name='medlem'),
        ),
        migrations.AlterField(
            model_name='attendance',
            name='name',
            field=models.CharField(blank=True, max_length=200, verbose_name='navn'),
        ),
        migrations.AlterField(
            model_name='attendance',
            name='title',
            field=models.CharField(blank=True, max_length=150, verbose_name='titel'),
        ),
        migrations.RunPython(seat, migrations.RunPython.noop),
        migrations.RunSQL(CHECKED, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.UniqueConstraint(fields=('meeting', 'municipality'), name='a_municipality_has_one_seat_at_a_meeting'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.CheckConstraint(condition=models.Q(('presence__in', ['present', 'stand_in', 'absent'])), name='an_attendance_has_a_known_presence'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.CheckConstraint(condition=models.Q(('presence', 'absent'), models.Q(('name', ''), _negated=True), _connector='OR'), name='whoever_was_present_has_a_name'),
        ),
    ]
