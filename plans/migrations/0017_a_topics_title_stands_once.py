"""A topic's title is its section's heading, or its own where it has no section."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

# The history keeps the titles that topics had beside their sections.
GIVE_UP_COPIES = """
UPDATE plans_section AS section SET heading = area.own_title FROM plans_focusarea AS area
WHERE area.section_id = section.id AND section.heading = '';
UPDATE plans_focusarea SET own_title = '' WHERE section_id IS NOT NULL;
SET CONSTRAINTS ALL IMMEDIATE;
"""
COPY_AGAIN = """
UPDATE plans_focusarea AS area SET own_title = section.heading FROM plans_section AS section
WHERE area.section_id = section.id;
SET CONSTRAINTS ALL IMMEDIATE;
"""
ONE_TITLE = """
CREATE FUNCTION refuse_second_title() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    area record;
BEGIN
    SELECT a.id, a.plan_id, a.council_id, COALESCE(s.heading, a.own_title) AS title INTO area
    FROM plans_focusarea AS a LEFT JOIN plans_section AS s ON s.id = a.section_id
    WHERE (TG_TABLE_NAME = 'plans_focusarea' AND a.id = NEW.id)
    OR (TG_TABLE_NAME = 'plans_section' AND a.section_id = NEW.id);
    IF area.title = '' THEN
        RAISE EXCEPTION 'topic % has no title', area.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'a_focus_area_has_a_title';
    END IF;
    IF EXISTS (
        SELECT FROM plans_focusarea AS other LEFT JOIN plans_section AS s ON s.id = other.section_id
        WHERE other.plan_id = area.plan_id AND other.id <> area.id
        AND other.council_id IS NOT DISTINCT FROM area.council_id
        AND COALESCE(s.heading, other.own_title) = area.title
    ) THEN
        RAISE EXCEPTION 'topic % has the title of another', area.id
        USING ERRCODE = 'unique_violation', CONSTRAINT = 'a_focus_area_has_one_title';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER a_focus_area_has_one_title
AFTER INSERT OR UPDATE ON plans_focusarea DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION refuse_second_title();
CREATE CONSTRAINT TRIGGER a_heading_is_the_title_of_one_focus_area
AFTER UPDATE OF heading ON plans_section DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (OLD.heading IS DISTINCT FROM NEW.heading) EXECUTE FUNCTION refuse_second_title();
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0016_one_edit_lock")]

    operations = [
        migrations.RemoveConstraint("focusarea", "a_focus_area_has_one_title"),
        migrations.RemoveConstraint("focusarea", "a_focus_area_has_a_title"),
        migrations.RenameField("focusarea", "title", "own_title"),
        migrations.RenameField("historicalfocusarea", "title", "own_title"),
        *(
            migrations.AlterField(
                name, "own_title", models.CharField(blank=True, max_length=300, verbose_name="titel")
            )
            for name in ("focusarea", "historicalfocusarea")
        ),
        migrations.AlterField(
            "focusarea",
            "section",
            models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="focus_area",
                to="plans.section",
                verbose_name="afsnit",
            ),
        ),
        migrations.AlterModelOptions(
            "focusarea",
            {
                "base_manager_name": "objects",
                "ordering": ["plan", "scope", "position", "pk"],
                "verbose_name": "indsatsområde",
                "verbose_name_plural": "indsatsområder",
            },
        ),
        migrations.RunSQL(GIVE_UP_COPIES, COPY_AGAIN),
        migrations.AddConstraint(
            "focusarea",
            models.CheckConstraint(
                condition=Q(section__isnull=False, own_title="")
                | (Q(section__isnull=True) & ~Q(own_title="")),
                name="a_topic_has_its_sections_heading_or_a_title_of_its_own",
            ),
        ),
        migrations.RunSQL(
            ONE_TITLE,
            "DROP TRIGGER a_focus_area_has_one_title ON plans_focusarea; "
            "DROP TRIGGER a_heading_is_the_title_of_one_focus_area ON plans_section; "
            "DROP FUNCTION refuse_second_title()",
        ),
    ]
