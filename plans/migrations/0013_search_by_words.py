import re
import unicodedata

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

LONGEST = 200
WORD = re.compile(rf"\w{{1,{LONGEST}}}")
LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss"})
LINEAGES = """
UPDATE plans_passage AS passage
SET lineage = coalesce(
    (edition.snapshot #>> ARRAY['sections', (passage.position - 1)::text, 'lineage'])::uuid, gen_random_uuid())
FROM plans_edition AS edition WHERE edition.id = passage.edition_id
"""
LET_THE_TABLE_BE_ALTERED = "SET CONSTRAINTS ALL IMMEDIATE"


def words(text):
    return WORD.findall(unicodedata.normalize("NFC", text).casefold())


def folded(word):
    apart = unicodedata.normalize("NFD", word.translate(LETTERS))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def fill(apps, schema_editor):
    """As `plans.publication.passages` did when this was written."""
    Passage, SearchWord = (apps.get_model("plans", name) for name in ("Passage", "SearchWord"))
    known, some = set(), []
    for passage in Passage.objects.only("edition_id", "title", "text").iterator(chunk_size=500):
        found = {*words(passage.title), *words(passage.text)}
        known |= found
        passage.title_words = f" {' '.join(map(folded, words(passage.title)))} "
        passage.words = [f"udgave:{passage.edition_id}", *sorted(found)]
        some.append(passage)
        if len(some) == 500:
            Passage.objects.bulk_update(some, ["title_words", "words"])
            some = []
    Passage.objects.bulk_update(some, ["title_words", "words"])
    SearchWord.objects.bulk_create(
        (SearchWord(text=word, folded=folded(word)) for word in sorted(known)), batch_size=5_000
    )


class Migration(migrations.Migration):

    dependencies = [("plans", "0012_consultation_replies")]

    operations = [
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=200, unique=True, verbose_name="ord")),
                ("folded", models.CharField(max_length=600)),
                (
                    "stem",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector("text", config="danish"),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={"verbose_name": "søgeord", "verbose_name_plural": "søgeord", "ordering": ["text"]},
        ),
        migrations.RemoveIndex(model_name="passage", name="passages_by_word"),
        migrations.RemoveField(model_name="passage", name="words"),
        migrations.AddField(model_name="passage", name="lineage", field=models.UUIDField(null=True)),
        migrations.AddField(
            model_name="passage",
            name="title_words",
            field=models.TextField(default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="passage",
            name="words",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), size=None, default=list
            ),
            preserve_default=False,
        ),
        migrations.AddIndex(
            model_name="passage",
            index=django.contrib.postgres.indexes.GinIndex(fields=["words"], name="passages_by_their_words"),
        ),
        migrations.AddIndex(
            model_name="passage", index=models.Index(fields=["lineage"], name="passages_by_lineage")
        ),
        migrations.RunSQL(LINEAGES, migrations.RunSQL.noop),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunSQL(LET_THE_TABLE_BE_ALTERED, migrations.RunSQL.noop),
        migrations.AlterField(model_name="passage", name="lineage", field=models.UUIDField()),
    ]
