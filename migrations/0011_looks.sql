-- A look is a search that was made in a region: where, on which day, and what was found. It tells "looked, none found" from "not
-- looked". Plain SQL, never edited once landed. The conventions are those of the migrations before.

CREATE TABLE look (
    id          INTEGER PRIMARY KEY,
    revision    INTEGER NOT NULL REFERENCES revision (id), -- its author is who looked, or who recorded it
    region_code TEXT NOT NULL REFERENCES region (code) DEFERRABLE INITIALLY DEFERRED,
    date        TEXT NOT NULL CONSTRAINT "a date has 1 to 200 characters of EDTF"
                CHECK (length(date) BETWEEN 1 AND 200 AND date NOT GLOB '*[^]0-9XYE?~%/,.{}[-]*'), -- EDTF, when it was made
    earliest    TEXT CONSTRAINT "the first day is real" CHECK (earliest IS date(earliest, '+0 days')), -- day
    latest      TEXT CONSTRAINT "the last day is real" CHECK (latest IS date(latest, '+0 days')), -- day
    place       TEXT NOT NULL CONSTRAINT "where was looked has 1 to 500 characters" CHECK (length(trim(place)) BETWEEN 1 AND 500),
    found       TEXT CONSTRAINT "what was found has 1 to 500 characters" CHECK (length(trim(found)) BETWEEN 1 AND 500), -- NULL: none
    CONSTRAINT "a date's first day is not after its last, and neither stands without the date"
    CHECK (earliest IS NULL OR latest IS NULL OR earliest <= latest)
) STRICT;
CREATE INDEX look_region ON look (region_code, latest);
CREATE TABLE look_history (
    version INTEGER PRIMARY KEY, revision INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    id INTEGER NOT NULL, region_code TEXT, date TEXT, earliest TEXT, latest TEXT, place TEXT, found TEXT,
    nonce BLOB DEFAULT (zeroblob(16)), leaf BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (id, revision)
) STRICT;
CREATE INDEX look_history_revision ON look_history (revision);
CREATE INDEX look_history_region_code ON look_history (region_code);

CREATE TRIGGER look_stays BEFORE UPDATE OF region_code ON look
WHEN NEW.region_code IS NOT OLD.region_code
BEGIN SELECT RAISE(ABORT, 'a look stays with its region; undo the revision that made it, and look again'); END;
CREATE TRIGGER look_made_in_revision BEFORE INSERT ON look
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER look_changed_in_revision BEFORE UPDATE ON look
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER look_not_replaced BEFORE INSERT ON look
WHEN EXISTS (SELECT 1 FROM look WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record is never replaced; change its fields instead'); END;
CREATE TRIGGER look_keeps_id BEFORE UPDATE OF id ON look
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'a record keeps its id'); END;
CREATE TRIGGER look_made AFTER INSERT ON look BEGIN
    INSERT INTO look_history (revision, id, region_code, date, earliest, latest, place, found)
    VALUES (NEW.revision, NEW.id, NEW.region_code, NEW.date, NEW.earliest, NEW.latest, NEW.place, NEW.found);
END;
CREATE TRIGGER look_changed AFTER UPDATE ON look BEGIN
    DELETE FROM look_history WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO look_history (revision, id, region_code, date, earliest, latest, place, found)
    VALUES (NEW.revision, NEW.id, NEW.region_code, NEW.date, NEW.earliest, NEW.latest, NEW.place, NEW.found);
END;
CREATE TRIGGER look_deleted AFTER DELETE ON look BEGIN
    DELETE FROM look_history WHERE id = OLD.id AND revision = (SELECT max(id) FROM revision);
    INSERT INTO look_history (revision, deleted, id) VALUES ((SELECT max(id) FROM revision), 1, OLD.id);
END;
CREATE TRIGGER look_kept BEFORE DELETE ON look
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN look_history h ON h.revision = r.undoes AND h.id = OLD.id
                 WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; undo the revision that made it'); END;
CREATE TRIGGER look_history_kept BEFORE UPDATE ON look_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER look_history_kept_whole BEFORE DELETE ON look_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER look_history_sealed BEFORE INSERT ON look_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision) OR EXISTS (SELECT 1 FROM look_history WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER look_as_known_at_change BEFORE UPDATE ON look
WHEN NOT EXISTS (SELECT 1 FROM look_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.region_code, h.date, h.earliest, h.latest, h.place, h.found)
                 IS (OLD.region_code, OLD.date, OLD.earliest, OLD.latest, OLD.place, OLD.found))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER look_as_known_at_removal BEFORE DELETE ON look
WHEN NOT EXISTS (SELECT 1 FROM look_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.region_code, h.date, h.earliest, h.latest, h.place, h.found)
                 IS (OLD.region_code, OLD.date, OLD.earliest, OLD.latest, OLD.place, OLD.found))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER look_id_once BEFORE INSERT ON look
WHEN EXISTS (SELECT 1 FROM look_history WHERE id = NEW.id) AND NOT EXISTS (SELECT 1 FROM look WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'an id is never used again'); END;

