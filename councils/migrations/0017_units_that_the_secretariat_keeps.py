from django.db import migrations, models

# Django knows neither composite foreign keys nor rules over several rows. What stands may break the first: it is
# asked of what is written from now on.
ADD = """
ALTER TABLE councils_organisationunit ADD CONSTRAINT a_unit_lies_in_one_district UNIQUE (id, district_id);
ALTER TABLE councils_organisationunit ADD CONSTRAINT a_unit_lies_in_the_district_of_the_one_above
    FOREIGN KEY (parent_id, district_id) REFERENCES councils_organisationunit (id, district_id)
    ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED NOT VALID;

CREATE FUNCTION refuse_a_unit_below_itself() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.id IN (
        WITH RECURSIVE above AS (
            SELECT NEW.parent_id AS id
            UNION
            SELECT unit.parent_id FROM councils_organisationunit unit JOIN above ON unit.id = above.id
        )
        SELECT id FROM above WHERE id IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'the unit % is below itself', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_unit_is_not_below_itself';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER a_unit_is_not_below_itself
    AFTER INSERT OR UPDATE OF parent_id ON councils_organisationunit DEFERRABLE INITIALLY IMMEDIATE
    FOR EACH ROW EXECUTE FUNCTION refuse_a_unit_below_itself();
"""
DROP = """
DROP TRIGGER a_unit_is_not_below_itself ON councils_organisationunit;
DROP FUNCTION refuse_a_unit_below_itself();
ALTER TABLE councils_organisationunit DROP CONSTRAINT a_unit_lies_in_the_district_of_the_one_above;
ALTER TABLE councils_organisationunit DROP CONSTRAINT a_unit_lies_in_one_district;
"""


class Migration(migrations.Migration):
    dependencies = [("councils", "0016_answers_fall_with_a_term_that_never_began")]

    operations = [
        migrations.AddField(
            model_name="organisationunit",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="historicalorganisationunit",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.RunSQL(ADD, DROP),
    ]
