"""House words, known abbreviations and words that the dictionary lacks, a list of each for a district."""

import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('councils', '0005_attendance_by_seat'),
        ('plans', '0029_findings_that_may_stand'),
    ]

    operations = [
        migrations.CreateModel(
            name='ListedWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('house', 'husets ord'), ('abbreviation', 'kendte forkortelser'), ('word', 'ordlisten')], max_length=12, verbose_name='liste')),
                ('word', models.CharField(max_length=100, verbose_name='ord')),
                ('right', models.CharField(blank=True, max_length=100, verbose_name='skrives')),
                ('district', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='listed_words', to='councils.policedistrict', verbose_name='politikreds')),
            ],
            options={
                'verbose_name': 'ord på listen',
                'verbose_name_plural': 'ord på listen',
                'ordering': [django.db.models.functions.text.Lower('word'), 'pk'],
                'constraints': [models.UniqueConstraint(models.F('district'), models.F('kind'), django.db.models.functions.text.Lower('word'), name='a_word_stands_once_in_a_list'), models.CheckConstraint(condition=models.Q(('kind__in', ['house', 'abbreviation', 'word']), models.Q(('word', ''), _negated=True)), name='a_listed_word_is_a_word_of_a_list'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'house'), models.Q(('right', ''), _negated=True)), models.Q(models.Q(('kind', 'house'), _negated=True), ('right', '')), _connector='OR'), name='a_house_word_alone_says_how_it_is_written')],
            },
        ),
    ]
