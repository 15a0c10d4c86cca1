-- What sources say of terms: how long a contract runs or when it ends, what a unit stands on, and what a programme came from. Plain
-- SQL, never edited once landed. The conventions are those of the migrations before.

-- SQLite cannot alter a CHECK. These changes only let more in, so the text of the tables is written over.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(replace(replace(sql,
    '''role'', ''formed'')', '''role'', ''formed'', ''legal_nature'', ''contract'', ''concluded_by'', ''training'')'),
    '''contract'', ''concluded_by'', ''role'')', '''contract'', ''concluded_by'', ''role'', ''term'', ''ends'', ''compensation'')'),
    '(''name'', ''expansion'', ''launched'',', '(''name'', ''expansion'', ''came_from'', ''launched'',')
WHERE type = 'table' AND name IN ('citation', 'conclusion');
PRAGMA writable_schema = RESET;

ALTER TABLE enrollment ADD COLUMN term TEXT -- how long the contract runs, as '6 months', from its signing or else from the joining; NULL: not stated
    CONSTRAINT "a term is a number of days, months or years, such as 6 months"
    CHECK (instr(term, ' ') BETWEEN 2 AND 5 AND term GLOB '[1-9]*' AND substr(term, 1, instr(term, ' ') - 1) NOT GLOB '*[^0-9]*'
           AND substr(term, instr(term, ' ') + 1) IN ('day', 'days', 'month', 'months', 'year', 'years'));
ALTER TABLE enrollment ADD COLUMN ends TEXT -- EDTF, when the contract ends, as a source has it; NULL: not stated
    CONSTRAINT "a date has 1 to 200 characters of EDTF"
    CHECK (length(ends) BETWEEN 1 AND 200 AND ends NOT GLOB '*[^]0-9XYE?~%/,.{}[-]*');
ALTER TABLE enrollment ADD COLUMN ends_earliest TEXT
    CONSTRAINT "the first day is real" CHECK (ends_earliest IS date(ends_earliest, '+0 days')); -- day
ALTER TABLE enrollment ADD COLUMN ends_latest TEXT -- day
    CONSTRAINT "the last day is real" CHECK (ends_latest IS date(ends_latest, '+0 days'))
    CONSTRAINT "a date's first day is not after its last, and neither stands without the date"
    CHECK ((ends_earliest IS NULL OR ends_latest IS NULL OR ends_earliest <= ends_latest)
           AND (ends IS NOT NULL OR (ends_earliest IS NULL AND ends_latest IS NULL)));
ALTER TABLE enrollment_history ADD COLUMN term TEXT;
ALTER TABLE enrollment_history ADD COLUMN ends TEXT;
ALTER TABLE enrollment_history ADD COLUMN ends_earliest TEXT;
ALTER TABLE enrollment_history ADD COLUMN ends_latest TEXT;
CREATE INDEX enrollment_term ON enrollment (id) WHERE term IS NOT NULL OR ends IS NOT NULL;

-- A phase of a programme is a programme of its own: the decree, the campaign and the units of a region have each their day.
ALTER TABLE programme ADD COLUMN came_from INTEGER REFERENCES programme (id) -- the programme, or the phase of it, that went before; NULL: none, or not known
    CONSTRAINT "a programme does not come from itself" CHECK (came_from <> id);
ALTER TABLE programme_history ADD COLUMN came_from INTEGER;
CREATE INDEX programme_came_from ON programme (came_from) WHERE came_from IS NOT NULL;
CREATE INDEX programme_history_came_from ON programme_history (came_from) WHERE came_from IS NOT NULL;

-- The history triggers name every column; these know the new ones.
DROP TRIGGER enrollment_made;
CREATE TRIGGER enrollment_made AFTER INSERT ON enrollment BEGIN
    INSERT INTO enrollment_history (revision, id, unit_id, official_id, group_who, group_level, group_kind, group_region,
        group_least, group_most, role, contract, concluded_by, standing, standing_note, perhaps_same_as, term, ends, ends_earliest,
        ends_latest)
    VALUES (NEW.revision, NEW.id, NEW.unit_id, NEW.official_id, NEW.group_who, NEW.group_level, NEW.group_kind, NEW.group_region,
        NEW.group_least, NEW.group_most, NEW.role, NEW.contract, NEW.concluded_by, NEW.standing, NEW.standing_note,
        NEW.perhaps_same_as, NEW.term, NEW.ends, NEW.ends_earliest, NEW.ends_latest);
END;
DROP TRIGGER enrollment_changed;
CREATE TRIGGER enrollment_changed AFTER UPDATE ON enrollment BEGIN
    DELETE FROM enrollment_history WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO enrollment_history (revision, id, unit_id, official_id, group_who, group_level, group_kind, group_region,
        group_least, group_most, role, contract, concluded_by, standing, standing_note, perhaps_same_as, term, ends, ends_earliest,
        ends_latest)
    VALUES (NEW.revision, NEW.id, NEW.unit_id, NEW.official_id, NEW.group_who, NEW.group_level, NEW.group_kind, NEW.group_region,
        NEW.group_least, NEW.group_most, NEW.role, NEW.contract, NEW.concluded_by, NEW.standing, NEW.standing_note,
        NEW.perhaps_same_as, NEW.term, NEW.ends, NEW.ends_earliest, NEW.ends_latest);
END;
DROP TRIGGER enrollment_as_known_at_change;
CREATE TRIGGER enrollment_as_known_at_change BEFORE UPDATE ON enrollment
WHEN NOT EXISTS (SELECT 1 FROM enrollment_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.unit_id, h.official_id, h.group_who, h.group_level, h.group_kind, h.group_region, h.group_least,
                     h.group_most, h.role, h.contract, h.concluded_by, h.standing, h.standing_note, h.perhaps_same_as, h.term,
                     h.ends, h.ends_earliest, h.ends_latest)
                 IS (OLD.unit_id, OLD.official_id, OLD.group_who, OLD.group_level, OLD.group_kind, OLD.group_region,
                     OLD.group_least, OLD.group_most, OLD.role, OLD.contract, OLD.concluded_by, OLD.standing, OLD.standing_note,
                     OLD.perhaps_same_as, OLD.term, OLD.ends, OLD.ends_earliest, OLD.ends_latest))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
DROP TRIGGER enrollment_as_known_at_removal;
CREATE TRIGGER enrollment_as_known_at_removal BEFORE DELETE ON enrollment
WHEN NOT EXISTS (SELECT 1 FROM enrollment_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.unit_id, h.official_id, h.group_who, h.group_level, h.group_kind, h.group_region, h.group_least,
                     h.group_most, h.role, h.contract, h.concluded_by, h.standing, h.standing_note, h.perhaps_same_as, h.term,
                     h.ends, h.ends_earliest, h.ends_latest)
                 IS (OLD.unit_id, OLD.official_id, OLD.group_who, OLD.group_level, OLD.group_kind, OLD.group_region,
                     OLD.group_least, OLD.group_most, OLD.role, OLD.contract, OLD.concluded_by, OLD.standing, OLD.standing_note,
                     OLD.perhaps_same_as, OLD.term, OLD.ends, OLD.ends_earliest, OLD.ends_latest))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;

DROP TRIGGER programme_made;
CREATE TRIGGER programme_made AFTER INSERT ON programme BEGIN
    INSERT INTO programme_history (revision, id, launched, launched_earliest, launched_latest, launched_by, standing, standing_note,
        came_from)
    VALUES (NEW.revision, NEW.id, NEW.launched, NEW.launched_earliest, NEW.launched_latest, NEW.launched_by, NEW.standing,
        NEW.standing_note, NEW.came_from);
END;
DROP TRIGGER programme_changed;
CREATE TRIGGER programme_changed AFTER UPDATE ON programme BEGIN
    DELETE FROM programme_history WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO programme_history (revision, id, launched, launched_earliest, launched_latest, launched_by, standing, standing_note,
        came_from)
    VALUES (NEW.revision, NEW.id, NEW.launched, NEW.launched_earliest, NEW.launched_latest, NEW.launched_by, NEW.standing,
        NEW.standing_note, NEW.came_from);
END;
DROP TRIGGER programme_history_kept;
CREATE TRIGGER programme_history_kept BEFORE UPDATE ON programme_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision
     OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision) AND (
         NEW.leaf IS NOT OLD.leaf OR NEW.nonce IS NOT NULL OR
         (NEW.deleted, NEW.id, NEW.standing, NEW.came_from)
         IS NOT (OLD.deleted, OLD.id, OLD.standing, OLD.came_from) OR NOT EXISTS (
         SELECT 1 FROM redaction WHERE kind = 'programme' AND record = OLD.id AND of_revision = OLD.revision
         AND revision > (SELECT max(revision) FROM seal)))
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
DROP TRIGGER programme_as_known_at_change;
CREATE TRIGGER programme_as_known_at_change BEFORE UPDATE ON programme
WHEN NOT EXISTS (SELECT 1 FROM programme_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.launched, h.launched_earliest, h.launched_latest, h.launched_by, h.standing, h.standing_note, h.came_from)
                 IS (OLD.launched, OLD.launched_earliest, OLD.launched_latest, OLD.launched_by, OLD.standing, OLD.standing_note,
                     OLD.came_from))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
DROP TRIGGER programme_as_known_at_removal;
CREATE TRIGGER programme_as_known_at_removal BEFORE DELETE ON programme
WHEN NOT EXISTS (SELECT 1 FROM programme_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.launched, h.launched_earliest, h.launched_latest, h.launched_by, h.standing, h.standing_note, h.came_from)
                 IS (OLD.launched, OLD.launched_earliest, OLD.launched_latest, OLD.launched_by, OLD.standing, OLD.standing_note,
                     OLD.came_from))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;

