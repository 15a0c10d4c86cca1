-- What the registry concludes where sources disagree or are silent, and why. Plain SQL, never edited once landed. The
-- conventions are those of the migrations before.

-- A redaction blanks conclusions too. SQLite cannot alter a CHECK; this change leaves every row as it is, so its manual (ALTER
-- TABLE) allows the text of the table to be overwritten.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''citation'', ''name'', ''revision'')', '''citation'', ''name'', ''conclusion'', ''revision'')')
WHERE type = 'table' AND name = 'redaction';
PRAGMA writable_schema = RESET;

-- A decision about one field of a record: which value the registry stands behind. The value is in the record's own column where
-- there is one, and here where only sources speak of the field. Citations made later can bring it into dispute again.
CREATE TABLE conclusion (
    id            INTEGER PRIMARY KEY,
    revision      INTEGER NOT NULL REFERENCES revision (id),
    region_code   TEXT REFERENCES region (code) DEFERRABLE INITIALLY DEFERRED,
    programme_id  INTEGER REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id       INTEGER REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    official_id   INTEGER REFERENCES official (id) DEFERRABLE INITIALLY DEFERRED,
    post_id       INTEGER REFERENCES post (id) DEFERRABLE INITIALLY DEFERRED,
    enrollment_id INTEGER REFERENCES enrollment (id) DEFERRABLE INITIALLY DEFERRED,
    event_id      INTEGER REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    field         TEXT NOT NULL, -- the field of the record, by the name that citations use
    weighed       INTEGER NOT NULL, -- the newest citation when it was decided: those up to it were weighed, a later one was not
    value         TEXT CONSTRAINT "a concluded value has 1 to 500 characters" CHECK (length(trim(value)) BETWEEN 1 AND 500), -- NULL: the record's column holds it, or nothing is concluded
    inferred      TEXT CONSTRAINT "the reason of an inference has 1 to 2000 characters" CHECK (length(trim(inferred)) BETWEEN 1 AND 2000), -- why, where no source states the value; NULL: a source does
    CONSTRAINT "a conclusion is about exactly one record"
    CHECK ((region_code IS NOT NULL) + (programme_id IS NOT NULL) + (unit_id IS NOT NULL) + (official_id IS NOT NULL)
           + (post_id IS NOT NULL) + (enrollment_id IS NOT NULL) + (event_id IS NOT NULL) = 1),
    CONSTRAINT "a conclusion is about a field that its record has"
    CHECK (CASE WHEN region_code IS NOT NULL
           THEN field IN ('name', 'kind', 'parent', 'federal_district', 'number', 'exclave', 'borders', 'administered_by', 'claimed_by')
           WHEN programme_id IS NOT NULL
           THEN field IN ('name', 'expansion', 'launched', 'launched_by', 'aim', 'legal_nature', 'recruited_from', 'contract',
                          'concluded_by', 'participation', 'compensation', 'training', 'effect')
           WHEN unit_id IS NOT NULL
           THEN field IN ('name', 'kind', 'region', 'programme', 'part_of', 'ordinal', 'role', 'formed')
           WHEN official_id IS NOT NULL THEN field IN ('name')
           WHEN post_id IS NOT NULL THEN field IN ('title', 'official', 'kind', 'level', 'body', 'region')
           WHEN enrollment_id IS NOT NULL
           THEN field IN ('unit', 'official', 'group', 'group_size', 'level', 'kind', 'region', 'contract', 'concluded_by', 'role')
           WHEN event_id IS NOT NULL THEN field IN ('value', 'date', 'cause') END)
) STRICT;
CREATE UNIQUE INDEX conclusion_region ON conclusion (region_code, field) WHERE region_code IS NOT NULL;
CREATE UNIQUE INDEX conclusion_programme ON conclusion (programme_id, field) WHERE programme_id IS NOT NULL;
CREATE UNIQUE INDEX conclusion_unit ON conclusion (unit_id, field) WHERE unit_id IS NOT NULL;
CREATE UNIQUE INDEX conclusion_official ON conclusion (official_id, field) WHERE official_id IS NOT NULL;
CREATE UNIQUE INDEX conclusion_post ON conclusion (post_id, field) WHERE post_id IS NOT NULL;
CREATE UNIQUE INDEX conclusion_enrollment ON conclusion (enrollment_id, field) WHERE enrollment_id IS NOT NULL;
CREATE UNIQUE INDEX conclusion_event ON conclusion (event_id, field) WHERE event_id IS NOT NULL;
CREATE TRIGGER conclusion_stays BEFORE UPDATE OF region_code, programme_id, unit_id, official_id, post_id, enrollment_id, event_id, field ON conclusion
WHEN (NEW.region_code IS NOT OLD.region_code OR NEW.programme_id IS NOT OLD.programme_id OR NEW.event_id IS NOT OLD.event_id
      OR NEW.field IS NOT OLD.field
      OR (NEW.unit_id IS NOT OLD.unit_id AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'unit' AND gone = OLD.unit_id
         AND kept = NEW.unit_id AND revision > (SELECT max(revision) FROM seal)))
      OR (NEW.official_id IS NOT OLD.official_id AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'official' AND gone = OLD.official_id
         AND kept = NEW.official_id AND revision > (SELECT max(revision) FROM seal)))
      OR (NEW.post_id IS NOT OLD.post_id AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'post' AND gone = OLD.post_id
         AND kept = NEW.post_id AND revision > (SELECT max(revision) FROM seal)))
      OR (NEW.enrollment_id IS NOT OLD.enrollment_id AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'enrollment' AND gone = OLD.enrollment_id
         AND kept = NEW.enrollment_id AND revision > (SELECT max(revision) FROM seal))))
     AND NOT EXISTS (SELECT 1 FROM reversal r JOIN conclusion_history h ON h.revision = r.undoes AND h.id = OLD.id
                     WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a conclusion stays with its record and its field'); END;
CREATE TABLE conclusion_history (
    version INTEGER PRIMARY KEY, revision INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    id INTEGER NOT NULL, region_code TEXT, programme_id INTEGER, unit_id INTEGER, official_id INTEGER, post_id INTEGER,
    enrollment_id INTEGER, event_id INTEGER, field TEXT, weighed INTEGER, value TEXT, inferred TEXT,
    nonce BLOB DEFAULT (zeroblob(16)), leaf BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (id, revision)
) STRICT;
CREATE INDEX conclusion_history_revision ON conclusion_history (revision);
CREATE INDEX conclusion_history_region_code ON conclusion_history (region_code) WHERE region_code IS NOT NULL;
CREATE INDEX conclusion_history_programme_id ON conclusion_history (programme_id) WHERE programme_id IS NOT NULL;
CREATE INDEX conclusion_history_unit_id ON conclusion_history (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX conclusion_history_official_id ON conclusion_history (official_id) WHERE official_id IS NOT NULL;
CREATE INDEX conclusion_history_post_id ON conclusion_history (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX conclusion_history_enrollment_id ON conclusion_history (enrollment_id) WHERE enrollment_id IS NOT NULL;
CREATE INDEX conclusion_history_event_id ON conclusion_history (event_id) WHERE event_id IS NOT NULL;
CREATE TRIGGER conclusion_made_in_revision BEFORE INSERT ON conclusion
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER conclusion_changed_in_revision BEFORE UPDATE ON conclusion
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER conclusion_not_replaced BEFORE INSERT ON conclusion
WHEN EXISTS (SELECT 1 FROM conclusion WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record is never replaced; change its fields instead'); END;
CREATE TRIGGER conclusion_keeps_id BEFORE UPDATE OF id ON conclusion
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'a record keeps its id'); END;
CREATE TRIGGER conclusion_made AFTER INSERT ON conclusion BEGIN
    INSERT INTO conclusion_history (revision, id, region_code, programme_id, unit_id, official_id, post_id, enrollment_id, event_id,
        field, weighed, value, inferred)
    VALUES (NEW.revision, NEW.id, NEW.region_code, NEW.programme_id, NEW.unit_id, NEW.official_id, NEW.post_id, NEW.enrollment_id,
        NEW.event_id, NEW.field, NEW.weighed, NEW.value, NEW.inferred);
END;
CREATE TRIGGER conclusion_changed AFTER UPDATE ON conclusion BEGIN
    DELETE FROM conclusion_history WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO conclusion_history (revision, id, region_code, programme_id, unit_id, official_id, post_id, enrollment_id, event_id,
        field, weighed, value, inferred)
    VALUES (NEW.revision, NEW.id, NEW.region_code, NEW.programme_id, NEW.unit_id, NEW.official_id, NEW.post_id, NEW.enrollment_id,
        NEW.event_id, NEW.field, NEW.weighed, NEW.value, NEW.inferred);
END;
CREATE TRIGGER conclusion_deleted AFTER DELETE ON conclusion BEGIN
    DELETE FROM conclusion_history WHERE id = OLD.id AND revision = (SELECT max(id) FROM revision);
    INSERT INTO conclusion_history (revision, deleted, id) VALUES ((SELECT max(id) FROM revision), 1, OLD.id);
END;
CREATE TRIGGER conclusion_kept BEFORE DELETE ON conclusion
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN conclusion_history h ON h.revision = r.undoes AND h.id = OLD.id
                 WHERE r.revision > (SELECT max(revision) FROM seal))
     AND NOT EXISTS (SELECT 1 FROM merge WHERE (kind, gone) IN (VALUES ('unit', OLD.unit_id), ('official', OLD.official_id),
         ('post', OLD.post_id), ('enrollment', OLD.enrollment_id))
                     AND revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; undo the revision that made it'); END;
CREATE TRIGGER conclusion_history_kept BEFORE UPDATE ON conclusion_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision
     OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision) AND (
         NEW.leaf IS NOT OLD.leaf OR NEW.nonce IS NOT NULL OR
         (NEW.deleted, NEW.id, NEW.region_code, NEW.programme_id, NEW.unit_id, NEW.official_id, NEW.post_id, NEW.enrollment_id,
             NEW.event_id, NEW.field, NEW.weighed)
         IS NOT (OLD.deleted, OLD.id, OLD.region_code, OLD.programme_id, OLD.unit_id, OLD.official_id, OLD.post_id,
             OLD.enrollment_id, OLD.event_id, OLD.field, OLD.weighed) OR NOT EXISTS (
         SELECT 1 FROM redaction WHERE kind = 'conclusion' AND record = OLD.id AND of_revision = OLD.revision
         AND revision > (SELECT max(revision) FROM seal)))
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER conclusion_history_kept_whole BEFORE DELETE ON conclusion_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER conclusion_history_sealed BEFORE INSERT ON conclusion_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision) OR EXISTS (SELECT 1 FROM conclusion_history WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER conclusion_as_known_at_change BEFORE UPDATE ON conclusion
WHEN NOT EXISTS (SELECT 1 FROM conclusion_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.region_code, h.programme_id, h.unit_id, h.official_id, h.post_id, h.enrollment_id, h.event_id, h.field,
                     h.weighed, h.value, h.inferred)
                 IS (OLD.region_code, OLD.programme_id, OLD.unit_id, OLD.official_id, OLD.post_id, OLD.enrollment_id, OLD.event_id,
                     OLD.field, OLD.weighed, OLD.value, OLD.inferred))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER conclusion_as_known_at_removal BEFORE DELETE ON conclusion
WHEN NOT EXISTS (SELECT 1 FROM conclusion_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.region_code, h.programme_id, h.unit_id, h.official_id, h.post_id, h.enrollment_id, h.event_id, h.field,
                     h.weighed, h.value, h.inferred)
                 IS (OLD.region_code, OLD.programme_id, OLD.unit_id, OLD.official_id, OLD.post_id, OLD.enrollment_id, OLD.event_id,
                     OLD.field, OLD.weighed, OLD.value, OLD.inferred))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER conclusion_id_once BEFORE INSERT ON conclusion
WHEN EXISTS (SELECT 1 FROM conclusion_history WHERE id = NEW.id) AND NOT EXISTS (SELECT 1 FROM conclusion WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'an id is never used again'); END;
