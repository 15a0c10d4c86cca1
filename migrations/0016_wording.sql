-- A citation can say that it does not quote: the clerk named a record by its short id or code, or a source was cited for all that a
-- record holds. What is stated is then the registry's words. Plain SQL, never edited once landed. The conventions are those of the
-- migrations before.

ALTER TABLE citation ADD COLUMN wording TEXT -- list; NULL: in the source's words, as far as the clerk typed them
    CONSTRAINT "the wording is in the closed list" CHECK (wording IN ('not_quoted'));
ALTER TABLE citation_history ADD COLUMN wording TEXT;

-- The history triggers name every column; these know the new one.
DROP TRIGGER citation_made;
CREATE TRIGGER citation_made AFTER INSERT ON citation BEGIN
    INSERT INTO citation_history (revision, id, source_id, region_code, programme_id, unit_id, official_id, post_id, enrollment_id,
        event_id, field, stated, stance, locator, quote, speaker, speech, standing, standing_note, held, held_earliest,
        held_latest, wording)
    VALUES (NEW.revision, NEW.id, NEW.source_id, NEW.region_code, NEW.programme_id, NEW.unit_id, NEW.official_id, NEW.post_id,
        NEW.enrollment_id, NEW.event_id, NEW.field, NEW.stated, NEW.stance, NEW.locator, NEW.quote, NEW.speaker, NEW.speech,
        NEW.standing, NEW.standing_note, NEW.held, NEW.held_earliest, NEW.held_latest, NEW.wording);
END;
DROP TRIGGER citation_changed;
CREATE TRIGGER citation_changed AFTER UPDATE ON citation BEGIN
    DELETE FROM citation_history WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO citation_history (revision, id, source_id, region_code, programme_id, unit_id, official_id, post_id, enrollment_id,
        event_id, field, stated, stance, locator, quote, speaker, speech, standing, standing_note, held, held_earliest,
        held_latest, wording)
    VALUES (NEW.revision, NEW.id, NEW.source_id, NEW.region_code, NEW.programme_id, NEW.unit_id, NEW.official_id, NEW.post_id,
        NEW.enrollment_id, NEW.event_id, NEW.field, NEW.stated, NEW.stance, NEW.locator, NEW.quote, NEW.speaker, NEW.speech,
        NEW.standing, NEW.standing_note, NEW.held, NEW.held_earliest, NEW.held_latest, NEW.wording);
END;
DROP TRIGGER citation_as_known_at_change;
CREATE TRIGGER citation_as_known_at_change BEFORE UPDATE ON citation
WHEN NOT EXISTS (SELECT 1 FROM citation_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.source_id, h.region_code, h.programme_id, h.unit_id, h.official_id, h.post_id, h.enrollment_id, h.event_id,
                     h.field, h.stated, h.stance, h.locator, h.quote, h.speaker, h.speech, h.standing, h.standing_note, h.held,
                     h.held_earliest, h.held_latest, h.wording)
                 IS (OLD.source_id, OLD.region_code, OLD.programme_id, OLD.unit_id, OLD.official_id, OLD.post_id, OLD.enrollment_id,
                     OLD.event_id, OLD.field, OLD.stated, OLD.stance, OLD.locator, OLD.quote, OLD.speaker, OLD.speech, OLD.standing,
                     OLD.standing_note, OLD.held, OLD.held_earliest, OLD.held_latest, OLD.wording))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
DROP TRIGGER citation_as_known_at_removal;
CREATE TRIGGER citation_as_known_at_removal BEFORE DELETE ON citation
WHEN NOT EXISTS (SELECT 1 FROM citation_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.source_id, h.region_code, h.programme_id, h.unit_id, h.official_id, h.post_id, h.enrollment_id, h.event_id,
                     h.field, h.stated, h.stance, h.locator, h.quote, h.speaker, h.speech, h.standing, h.standing_note, h.held,
                     h.held_earliest, h.held_latest, h.wording)
                 IS (OLD.source_id, OLD.region_code, OLD.programme_id, OLD.unit_id, OLD.official_id, OLD.post_id, OLD.enrollment_id,
                     OLD.event_id, OLD.field, OLD.stated, OLD.stance, OLD.locator, OLD.quote, OLD.speaker, OLD.speech, OLD.standing,
                     OLD.standing_note, OLD.held, OLD.held_earliest, OLD.held_latest, OLD.wording))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
