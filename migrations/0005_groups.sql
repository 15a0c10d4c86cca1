-- Groups that are one: two groups of one unit can be told apart, and one can be perhaps the same as another. Plain SQL, never
-- edited once landed. The conventions are those of the migrations before.

-- The registry's own doubt, which no source has to share: it holds both ways, and a count then counts the two once at least.
ALTER TABLE enrollment ADD COLUMN perhaps_same_as INTEGER REFERENCES enrollment (id) -- another group of the unit; NULL: no such doubt
    CONSTRAINT "a group is not perhaps the same as itself" CHECK (perhaps_same_as <> id)
    CONSTRAINT "only a group is perhaps the same as another" CHECK (perhaps_same_as IS NULL OR group_who IS NOT NULL);
ALTER TABLE enrollment_history ADD COLUMN perhaps_same_as INTEGER;
CREATE INDEX enrollment_perhaps_same_as ON enrollment (perhaps_same_as) WHERE perhaps_same_as IS NOT NULL;
CREATE INDEX enrollment_history_perhaps_same_as ON enrollment_history (perhaps_same_as) WHERE perhaps_same_as IS NOT NULL;

CREATE TRIGGER enrollment_doubt_fits BEFORE INSERT ON enrollment
WHEN NEW.perhaps_same_as IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM enrollment WHERE id = NEW.perhaps_same_as AND unit_id = NEW.unit_id AND group_who IS NOT NULL)
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a group is perhaps the same only as another group of its unit'); END;
CREATE TRIGGER enrollment_doubt_fits_later BEFORE UPDATE OF perhaps_same_as ON enrollment
WHEN NEW.perhaps_same_as IS NOT NULL AND NEW.perhaps_same_as IS NOT OLD.perhaps_same_as
     AND NOT EXISTS (SELECT 1 FROM enrollment WHERE id = NEW.perhaps_same_as AND unit_id = NEW.unit_id AND group_who IS NOT NULL)
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a group is perhaps the same only as another group of its unit'); END;
CREATE TRIGGER enrollment_stays_with_doubt BEFORE UPDATE OF unit_id ON enrollment
WHEN NEW.unit_id IS NOT OLD.unit_id
     AND (NEW.perhaps_same_as IS NOT NULL OR EXISTS (SELECT 1 FROM enrollment WHERE perhaps_same_as = OLD.id))
     AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'unit' AND gone = OLD.unit_id AND kept = NEW.unit_id
                     AND revision > (SELECT max(revision) FROM seal))
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a group is perhaps the same only as another group of its unit'); END;

-- Two groups can be told apart too. SQLite cannot alter a CHECK; no row breaks the wider one, so its text is written over.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '(''source'', ''unit'', ''official'')', '(''source'', ''unit'', ''official'', ''enrollment'')')
WHERE type = 'table' AND name = 'distinction';
PRAGMA writable_schema = RESET;

-- The history triggers name every column; these know the new one.
DROP TRIGGER enrollment_made;
CREATE TRIGGER enrollment_made AFTER INSERT ON enrollment BEGIN
    INSERT INTO enrollment_history (revision, id, unit_id, official_id, group_who, group_level, group_kind, group_region,
        group_least, group_most, role, contract, concluded_by, standing, standing_note, perhaps_same_as)
    VALUES (NEW.revision, NEW.id, NEW.unit_id, NEW.official_id, NEW.group_who, NEW.group_level, NEW.group_kind, NEW.group_region,
        NEW.group_least, NEW.group_most, NEW.role, NEW.contract, NEW.concluded_by, NEW.standing, NEW.standing_note,
        NEW.perhaps_same_as);
END;
DROP TRIGGER enrollment_changed;
CREATE TRIGGER enrollment_changed AFTER UPDATE ON enrollment BEGIN
    DELETE FROM enrollment_history WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO enrollment_history (revision, id, unit_id, official_id, group_who, group_level, group_kind, group_region,
        group_least, group_most, role, contract, concluded_by, standing, standing_note, perhaps_same_as)
    VALUES (NEW.revision, NEW.id, NEW.unit_id, NEW.official_id, NEW.group_who, NEW.group_level, NEW.group_kind, NEW.group_region,
        NEW.group_least, NEW.group_most, NEW.role, NEW.contract, NEW.concluded_by, NEW.standing, NEW.standing_note,
        NEW.perhaps_same_as);
END;
DROP TRIGGER enrollment_history_kept;
CREATE TRIGGER enrollment_history_kept BEFORE UPDATE ON enrollment_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision
     OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision) AND (
         NEW.leaf IS NOT OLD.leaf OR NEW.nonce IS NOT NULL OR
         (NEW.deleted, NEW.id, NEW.unit_id, NEW.perhaps_same_as)
         IS NOT (OLD.deleted, OLD.id, OLD.unit_id, OLD.perhaps_same_as) OR NOT EXISTS (
         SELECT 1 FROM redaction WHERE kind = 'enrollment' AND record = OLD.id AND of_revision = OLD.revision
         AND revision > (SELECT max(revision) FROM seal)))
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
DROP TRIGGER enrollment_as_known_at_change;
CREATE TRIGGER enrollment_as_known_at_change BEFORE UPDATE ON enrollment
WHEN NOT EXISTS (SELECT 1 FROM enrollment_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.unit_id, h.official_id, h.group_who, h.group_level, h.group_kind, h.group_region, h.group_least,
                     h.group_most, h.role, h.contract, h.concluded_by, h.standing, h.standing_note, h.perhaps_same_as)
                 IS (OLD.unit_id, OLD.official_id, OLD.group_who, OLD.group_level, OLD.group_kind, OLD.group_region,
                     OLD.group_least, OLD.group_most, OLD.role, OLD.contract, OLD.concluded_by, OLD.standing, OLD.standing_note,
                     OLD.perhaps_same_as))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
DROP TRIGGER enrollment_as_known_at_removal;
CREATE TRIGGER enrollment_as_known_at_removal BEFORE DELETE ON enrollment
WHEN NOT EXISTS (SELECT 1 FROM enrollment_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.unit_id, h.official_id, h.group_who, h.group_level, h.group_kind, h.group_region, h.group_least,
                     h.group_most, h.role, h.contract, h.concluded_by, h.standing, h.standing_note, h.perhaps_same_as)
                 IS (OLD.unit_id, OLD.official_id, OLD.group_who, OLD.group_level, OLD.group_kind, OLD.group_region,
                     OLD.group_least, OLD.group_most, OLD.role, OLD.contract, OLD.concluded_by, OLD.standing, OLD.standing_note,
                     OLD.perhaps_same_as))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
