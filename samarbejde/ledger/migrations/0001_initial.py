from django.db import migrations, models

ROW_DIGEST = r"""
-- Over every column that holds something, as `samarbejde.ledger.chain` writes it too.
CREATE FUNCTION row_digest(content jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT encode(sha256(convert_to(coalesce(jsonb_object_agg(key, value), '{}')::text, 'UTF8')), 'hex')
    FROM jsonb_each(content) WHERE value <> 'null'
$$;
"""
REFUSE_EMPTYING = """
CREATE FUNCTION refuse_emptying() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('samarbejde.emptying', true) IS DISTINCT FROM 'on' THEN
        RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
"""
# Rows wait here from the first moment of a commit to its last, so that the chain's lock is the last lock
# that a transaction takes: after every foreign key has been checked. It is empty at any other time.
WAITING = """
CREATE UNLOGGED TABLE ledger_waiting (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    table_name text NOT NULL, row_id bigint NOT NULL, digest text NOT NULL
);
"""
AWAIT_LINK = """
CREATE FUNCTION await_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
BEGIN
    INSERT INTO ledger_waiting (table_name, row_id, digest)
    VALUES (TG_TABLE_NAME, NEW.id, row_digest(to_jsonb(NEW)));
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION await_link() FROM PUBLIC;
"""
LINK = """
CREATE FUNCTION link_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    last ledger_link;
    here bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(4070114);  -- any number that nobody else uses
    SELECT * INTO last FROM ledger_link ORDER BY position DESC LIMIT 1;
    here := coalesce(last.position, 0) + 1;
    INSERT INTO ledger_link (position, "table", "row", digest, previous, hash)
    VALUES (here, NEW.table_name, NEW.row_id, NEW.digest, coalesce(last.hash, ''), encode(sha256(convert_to(
        concat_ws(' ', here, NEW.table_name, NEW.row_id, NEW.digest, coalesce(last.hash, '')), 'UTF8')), 'hex'));
    DELETE FROM ledger_waiting WHERE id = NEW.id;
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION link_row() FROM PUBLIC;
CREATE CONSTRAINT TRIGGER waiting_rows_are_linked AFTER INSERT ON ledger_waiting
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION link_row();
"""
PROTECT_LINKS = """
CREATE TRIGGER ledger_link_is_append_only BEFORE UPDATE OR DELETE ON ledger_link
FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_link_is_never_emptied BEFORE TRUNCATE ON ledger_link
FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying();
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [("events", "0002_append_only")]

    operations = [
        migrations.CreateModel(
            name="Link",
            fields=[
                ("position", models.BigIntegerField(primary_key=True, serialize=False)),
                ("table", models.CharField(max_length=63)),
                ("row", models.BigIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "verbose_name": "led",
                "verbose_name_plural": "led",
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("table", "row"), name="a_row_is_linked_once"),
                    models.UniqueConstraint(fields=("previous",), name="the_chain_never_forks"),
                    models.CheckConstraint(
                        condition=models.Q(("position__gte", 1)), name="links_count_from_one"
                    ),
                ],
            },
        ),
        migrations.RunSQL(ROW_DIGEST, "DROP FUNCTION row_digest(jsonb)"),
        migrations.RunSQL(REFUSE_EMPTYING, "DROP FUNCTION refuse_emptying()"),
        migrations.RunSQL(WAITING, "DROP TABLE ledger_waiting"),
        migrations.RunSQL(AWAIT_LINK, "DROP FUNCTION await_link()"),
        migrations.RunSQL(
            LINK, "DROP TRIGGER waiting_rows_are_linked ON ledger_waiting; DROP FUNCTION link_row()"
        ),
        migrations.RunSQL(
            PROTECT_LINKS,
            "DROP TRIGGER ledger_link_is_append_only ON ledger_link; "
            "DROP TRIGGER ledger_link_is_never_emptied ON ledger_link",
        ),
    ]
