"""What several tables say together: which rounds are voided, which are complete, which text a name stands under."""

from django.db import migrations

ROUND_FITS = """
CREATE FUNCTION refuse_unfit_round() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    round plans_signatureround;
    key bigint := CASE TG_TABLE_NAME WHEN 'plans_voiding' THEN (to_jsonb(NEW)->>'round_id')::bigint ELSE NEW.id END;
BEGIN
    SELECT * INTO round FROM plans_signatureround WHERE id = key;  -- as it is when all has been written
    IF (round.state = 'voided') <> EXISTS (SELECT FROM plans_voiding WHERE round_id = key) THEN
        RAISE EXCEPTION 'round % is voided without a voiding, or has one and is not', key
        USING ERRCODE = 'check_violation', CONSTRAINT = 'a_round_is_voided_by_its_voiding';
    END IF;
    IF round.state IN ('complete', 'superseded') AND EXISTS (
        SELECT FROM plans_signature LEFT JOIN plans_givensignature ON signature_id = plans_signature.id
        WHERE round_id = key AND signature_id IS NULL
    ) THEN
        RAISE EXCEPTION 'round % is complete without every name', key
        USING ERRCODE = 'check_violation', CONSTRAINT = 'a_complete_round_has_every_name';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER a_round_is_what_its_rows_say
AFTER INSERT OR UPDATE OF state ON plans_signatureround DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION refuse_unfit_round();
CREATE CONSTRAINT TRIGGER a_round_is_voided_by_its_voiding
AFTER INSERT ON plans_voiding DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION refuse_unfit_round();
"""
ROUND_KEEPS = """
CREATE FUNCTION refuse_another_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'round % is of one text, plan and place for ever', OLD.id
    USING ERRCODE = 'check_violation', CONSTRAINT = 'a_round_keeps_its_text';
END $$;
CREATE TRIGGER a_round_keeps_its_text BEFORE UPDATE ON plans_signatureround FOR EACH ROW
WHEN ((OLD.text_id, OLD.plan_id, OLD.place) IS DISTINCT FROM (NEW.text_id, NEW.plan_id, NEW.place))
EXECUTE FUNCTION refuse_another_text();
"""
NAME_FITS = """
CREATE FUNCTION refuse_unfit_name() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    asked record;
BEGIN
    SELECT round.state, text.content_hash INTO asked FROM plans_signature AS signature
    JOIN plans_signatureround AS round ON round.id = signature.round_id
    JOIN plans_frozentext AS text ON text.id = round.text_id
    WHERE signature.id = NEW.signature_id FOR SHARE OF round;  -- nobody voids it meanwhile
    IF asked.content_hash <> NEW.signed_hash THEN
        RAISE EXCEPTION 'signature % would stand under another text', NEW.signature_id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'a_name_stands_under_the_text_of_its_round';
    END IF;
    IF asked.state <> 'open' THEN
        RAISE EXCEPTION 'signature % is of a round that is over', NEW.signature_id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'a_name_is_given_while_its_round_is_open';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER a_name_stands_under_the_text_of_its_open_round
AFTER INSERT ON plans_givensignature FOR EACH ROW EXECUTE FUNCTION refuse_unfit_name();
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0007_history_keeps_who")]

    operations = [
        migrations.RunSQL(
            ROUND_FITS,
            "DROP TRIGGER a_round_is_what_its_rows_say ON plans_signatureround; "
            "DROP TRIGGER a_round_is_voided_by_its_voiding ON plans_voiding; DROP FUNCTION refuse_unfit_round()",
        ),
        migrations.RunSQL(
            ROUND_KEEPS,
            "DROP TRIGGER a_round_keeps_its_text ON plans_signatureround; DROP FUNCTION refuse_another_text()",
        ),
        migrations.RunSQL(
            NAME_FITS,
            "DROP TRIGGER a_name_stands_under_the_text_of_its_open_round ON plans_givensignature; "
            "DROP FUNCTION refuse_unfit_name()",
        ),
    ]
