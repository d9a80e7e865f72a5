from django.db import migrations

# Django knows no composite foreign keys: a lokalråd and its kommune are of the same district.
ADD = """
ALTER TABLE councils_municipality ADD CONSTRAINT a_municipality_lies_in_one_district UNIQUE (id, district_id);
ALTER TABLE councils_council ADD CONSTRAINT a_local_council_lies_in_the_district_of_its_municipality
    FOREIGN KEY (municipality_id, district_id) REFERENCES councils_municipality (id, district_id)
    ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
"""
DROP = """
ALTER TABLE councils_council DROP CONSTRAINT a_local_council_lies_in_the_district_of_its_municipality;
ALTER TABLE councils_municipality DROP CONSTRAINT a_municipality_lies_in_one_district;
"""


class Migration(migrations.Migration):
    dependencies = [("councils", "0001_initial")]

    operations = [migrations.RunSQL(ADD, DROP)]
