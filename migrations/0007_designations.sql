-- A designation is unique inside of a unit, or in a region among the units that are inside of no other: two battalions can each
-- have a "1st company". Plain SQL, never edited once landed. The conventions are those of the migrations before.

DROP INDEX name_of_one_unit;

DROP TRIGGER name_primary_once_insert;
CREATE TRIGGER name_primary_once_insert BEFORE INSERT ON name
WHEN NEW.nature = 'primary' AND (EXISTS (
    SELECT 1 FROM name WHERE region_code = NEW.region_code AND nature = 'primary' AND id IS NOT NEW.id) OR EXISTS (
    SELECT 1 FROM name WHERE programme_id = NEW.programme_id AND nature = 'primary' AND id IS NOT NEW.id) OR EXISTS (
    SELECT 1 FROM name WHERE unit_id = NEW.unit_id AND nature = 'primary' AND id IS NOT NEW.id) OR EXISTS (
    SELECT 1 FROM name WHERE official_id = NEW.official_id AND nature = 'primary' AND id IS NOT NEW.id)
    OR (NEW.programme_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM name WHERE folded = NEW.folded AND programme_id IS NOT NULL AND nature = 'primary' AND id IS NOT NEW.id)))
BEGIN SELECT RAISE(ABORT, 'a record has one primary name, and no two programmes have the same'); END;
DROP TRIGGER name_primary_once_update;
CREATE TRIGGER name_primary_once_update BEFORE UPDATE ON name
WHEN NEW.nature = 'primary' AND (EXISTS (
    SELECT 1 FROM name WHERE region_code = NEW.region_code AND nature = 'primary' AND id IS NOT OLD.id) OR EXISTS (
    SELECT 1 FROM name WHERE programme_id = NEW.programme_id AND nature = 'primary' AND id IS NOT OLD.id) OR EXISTS (
    SELECT 1 FROM name WHERE unit_id = NEW.unit_id AND nature = 'primary' AND id IS NOT OLD.id) OR EXISTS (
    SELECT 1 FROM name WHERE official_id = NEW.official_id AND nature = 'primary' AND id IS NOT OLD.id)
    OR (NEW.programme_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM name WHERE folded = NEW.folded AND programme_id IS NOT NULL AND nature = 'primary' AND id IS NOT OLD.id)))
BEGIN SELECT RAISE(ABORT, 'a record has one primary name, and no two programmes have the same'); END;

-- A unit's names are written before the unit, so a new unit is held against the others when its own row comes. A merge and the
-- undoing of a revision change several rows, and what lies between may have two of one designation; the library checks the result.
CREATE TRIGGER unit_designation_once BEFORE INSERT ON unit
WHEN EXISTS (
    SELECT 1 FROM name own JOIN name other ON other.folded = own.folded AND other.nature = 'primary' AND other.unit_id <> NEW.id
    JOIN unit u ON u.id = other.unit_id AND u.part_of IS NEW.part_of AND (u.part_of IS NOT NULL OR u.region_code IS NEW.region_code)
    WHERE own.unit_id = NEW.id AND own.nature = 'primary')
    AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'no two units have the same designation inside of one unit, or in one region'); END;
CREATE TRIGGER unit_designation_once_later BEFORE UPDATE OF region_code, part_of ON unit
WHEN (NEW.region_code IS NOT OLD.region_code OR NEW.part_of IS NOT OLD.part_of) AND EXISTS (
    SELECT 1 FROM name own JOIN name other ON other.folded = own.folded AND other.nature = 'primary' AND other.unit_id <> NEW.id
    JOIN unit u ON u.id = other.unit_id AND u.part_of IS NEW.part_of AND (u.part_of IS NOT NULL OR u.region_code IS NEW.region_code)
    WHERE own.unit_id = NEW.id AND own.nature = 'primary')
    AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
    AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'unit' AND revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'no two units have the same designation inside of one unit, or in one region'); END;
CREATE TRIGGER unit_renamed_once BEFORE UPDATE OF folded, nature ON name
WHEN NEW.unit_id IS NOT NULL AND NEW.nature = 'primary' AND EXISTS (
    SELECT 1 FROM unit own JOIN unit u ON u.part_of IS own.part_of AND (u.part_of IS NOT NULL OR u.region_code IS own.region_code)
    JOIN name other ON other.unit_id = u.id AND other.nature = 'primary' AND other.folded = NEW.folded
    WHERE own.id = NEW.unit_id AND u.id <> NEW.unit_id)
    AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
    AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'unit' AND revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'no two units have the same designation inside of one unit, or in one region'); END;
CREATE TRIGGER unit_named_once BEFORE INSERT ON name
WHEN NEW.unit_id IS NOT NULL AND NEW.nature = 'primary' AND EXISTS (
    SELECT 1 FROM name other JOIN unit u ON u.id = other.unit_id AND u.id <> NEW.unit_id
    JOIN unit own ON own.id = NEW.unit_id AND u.part_of IS own.part_of AND (u.part_of IS NOT NULL OR u.region_code IS own.region_code)
    WHERE other.folded = NEW.folded AND other.unit_id IS NOT NULL AND other.nature = 'primary')
    AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
    AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'unit' AND revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'no two units have the same designation inside of one unit, or in one region'); END;
