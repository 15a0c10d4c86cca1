-- What sources say of what became of what: a unit that was merged into another, split, reformed or renamed; what an enrollment did
-- to a post; how a post was come by and left; how many people are planned. Plain SQL, never edited once landed. The conventions
-- are those of the migrations before.

-- SQLite cannot alter a CHECK. These changes only let more in, so the text of the table is written over.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(replace(replace(sql,
    'facet = ''strength'' THEN', 'facet IN (''strength'', ''planned_strength'') THEN'),
    '''reorganised'', ''disbanded'')',
    '''reorganised'', ''merged_into'', ''split_into'', ''split_from'', ''reformed_as'', ''renamed_as'', ''disbanded'')'),
    '(''in_office'', ''acting'', ''suspended'', ''on_leave'', ''left'', ''dismissed'', ''returned'')',
    '(''appointed'', ''elected'', ''in_office'', ''acting'', ''kept'', ''suspended'', ''on_leave'', ''left'', ''resigned'', ''dismissed'', ''term_ended'', ''returned'')')
WHERE type = 'table' AND name = 'event';
UPDATE sqlite_schema SET sql = replace(sql, '(''value'', ''date'', ''cause'')', '(''value'', ''other_unit'', ''for_enrollment'', ''date'', ''cause'')')
WHERE type = 'table' AND name IN ('citation', 'conclusion');
PRAGMA writable_schema = RESET;

ALTER TABLE event ADD COLUMN other_unit INTEGER REFERENCES unit (id) -- the unit that this one became, or came from
    CONSTRAINT "an event names another unit if its value asks for one, and only then"
    CHECK ((other_unit IS NOT NULL) = (unit_id IS NOT NULL AND value IS NOT NULL
           AND value IN ('merged_into', 'split_into', 'split_from', 'reformed_as', 'renamed_as')));
ALTER TABLE event ADD COLUMN for_enrollment INTEGER REFERENCES enrollment (id) -- the enrollment for which the post changed; NULL: none, or not stated
    CONSTRAINT "only what happens to a post happens for an enrollment" CHECK (for_enrollment IS NULL OR post_id IS NOT NULL);
ALTER TABLE event_history ADD COLUMN other_unit INTEGER;
ALTER TABLE event_history ADD COLUMN for_enrollment INTEGER;
CREATE INDEX event_other_unit ON event (other_unit) WHERE other_unit IS NOT NULL;
CREATE INDEX event_for_enrollment ON event (for_enrollment) WHERE for_enrollment IS NOT NULL;
CREATE INDEX event_history_other_unit ON event_history (other_unit) WHERE other_unit IS NOT NULL;
CREATE INDEX event_history_for_enrollment ON event_history (for_enrollment) WHERE for_enrollment IS NOT NULL;

-- A merge and the undoing of a revision change several rows, and what lies between may break these rules; the library checks the
-- result. An event that is rejected says nothing of the units.
CREATE TRIGGER event_other_unit_is_another BEFORE INSERT ON event
WHEN NEW.other_unit = NEW.unit_id AND NEW.standing <> 'rejected'
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a unit becomes another unit, not itself'); END;
CREATE TRIGGER event_other_unit_is_another_later BEFORE UPDATE OF unit_id, other_unit, standing ON event
WHEN NEW.other_unit = NEW.unit_id AND NEW.standing <> 'rejected'
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a unit becomes another unit, not itself'); END;
CREATE TRIGGER event_for_own_enrollment BEFORE INSERT ON event
WHEN NEW.for_enrollment IS NOT NULL AND NEW.post_id IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM post p JOIN enrollment e ON e.official_id = p.official_id WHERE p.id = NEW.post_id AND e.id = NEW.for_enrollment)
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a post changes for an enrollment of the official who holds it'); END;
CREATE TRIGGER event_for_own_enrollment_later BEFORE UPDATE OF for_enrollment ON event
WHEN NEW.for_enrollment IS NOT NULL AND NEW.post_id IS NOT NULL AND NEW.for_enrollment IS NOT OLD.for_enrollment AND NOT EXISTS (
         SELECT 1 FROM post p JOIN enrollment e ON e.official_id = p.official_id WHERE p.id = NEW.post_id AND e.id = NEW.for_enrollment)
     AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'enrollment' AND revision > (SELECT max(revision) FROM seal))
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a post changes for an enrollment of the official who holds it'); END;
CREATE TRIGGER enrollment_stays_with_post BEFORE UPDATE OF official_id ON enrollment
WHEN NEW.official_id IS NOT OLD.official_id AND EXISTS (SELECT 1 FROM event WHERE for_enrollment = OLD.id)
     AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'official' AND gone = OLD.official_id AND kept = NEW.official_id
                     AND revision > (SELECT max(revision) FROM seal))
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a post changes for an enrollment of the official who holds it'); END;

-- The history triggers name every column; these know the new ones.
DROP TRIGGER event_made;
CREATE TRIGGER event_made AFTER INSERT ON event BEGIN
    INSERT INTO event_history (revision, id, unit_id, post_id, enrollment_id, facet, value, least, most, date, earliest, latest,
        cause, standing, standing_note, other_unit, for_enrollment)
    VALUES (NEW.revision, NEW.id, NEW.unit_id, NEW.post_id, NEW.enrollment_id, NEW.facet, NEW.value, NEW.least, NEW.most, NEW.date,
        NEW.earliest, NEW.latest, NEW.cause, NEW.standing, NEW.standing_note, NEW.other_unit, NEW.for_enrollment);
END;
DROP TRIGGER event_changed;
CREATE TRIGGER event_changed AFTER UPDATE ON event BEGIN
    DELETE FROM event_history WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO event_history (revision, id, unit_id, post_id, enrollment_id, facet, value, least, most, date, earliest, latest,
        cause, standing, standing_note, other_unit, for_enrollment)
    VALUES (NEW.revision, NEW.id, NEW.unit_id, NEW.post_id, NEW.enrollment_id, NEW.facet, NEW.value, NEW.least, NEW.most, NEW.date,
        NEW.earliest, NEW.latest, NEW.cause, NEW.standing, NEW.standing_note, NEW.other_unit, NEW.for_enrollment);
END;
DROP TRIGGER event_as_known_at_change;
CREATE TRIGGER event_as_known_at_change BEFORE UPDATE ON event
WHEN NOT EXISTS (SELECT 1 FROM event_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.unit_id, h.post_id, h.enrollment_id, h.facet, h.value, h.least, h.most, h.date, h.earliest, h.latest,
                     h.cause, h.standing, h.standing_note, h.other_unit, h.for_enrollment)
                 IS (OLD.unit_id, OLD.post_id, OLD.enrollment_id, OLD.facet, OLD.value, OLD.least, OLD.most, OLD.date, OLD.earliest,
                     OLD.latest, OLD.cause, OLD.standing, OLD.standing_note, OLD.other_unit, OLD.for_enrollment))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
DROP TRIGGER event_as_known_at_removal;
CREATE TRIGGER event_as_known_at_removal BEFORE DELETE ON event
WHEN NOT EXISTS (SELECT 1 FROM event_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.unit_id, h.post_id, h.enrollment_id, h.facet, h.value, h.least, h.most, h.date, h.earliest, h.latest,
                     h.cause, h.standing, h.standing_note, h.other_unit, h.for_enrollment)
                 IS (OLD.unit_id, OLD.post_id, OLD.enrollment_id, OLD.facet, OLD.value, OLD.least, OLD.most, OLD.date, OLD.earliest,
                     OLD.latest, OLD.cause, OLD.standing, OLD.standing_note, OLD.other_unit, OLD.for_enrollment))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;

