-- A source can be set aside with all that rests on it alone, and be brought back; and it has the address of an archived copy. Plain
-- SQL, never edited once landed. The conventions are those of the migrations before.

ALTER TABLE source ADD COLUMN archive TEXT -- the address of an archived copy; NULL: not known
    CONSTRAINT "the address of an archived copy has 1 to 2000 characters" CHECK (length(archive) BETWEEN 1 AND 2000);
ALTER TABLE source ADD COLUMN set_aside TEXT -- why nothing that rests on it alone counts; NULL: it counts
    CONSTRAINT "the reason why a source is set aside has 1 to 1500 characters" CHECK (length(trim(set_aside)) BETWEEN 1 AND 1500);
ALTER TABLE source_history ADD COLUMN archive TEXT;
ALTER TABLE source_history ADD COLUMN set_aside TEXT;

-- The history triggers name every column; these know the new ones.
DROP TRIGGER source_made;
CREATE TRIGGER source_made AFTER INSERT ON source BEGIN
    INSERT INTO source_history (revision, id, kind, title, publisher, url, language, published, published_earliest,
        published_latest, captured, sha256, derived_from, relation, note, archive, set_aside)
    VALUES (NEW.revision, NEW.id, NEW.kind, NEW.title, NEW.publisher, NEW.url, NEW.language, NEW.published, NEW.published_earliest,
        NEW.published_latest, NEW.captured, NEW.sha256, NEW.derived_from, NEW.relation, NEW.note, NEW.archive, NEW.set_aside);
END;
DROP TRIGGER source_changed;
CREATE TRIGGER source_changed AFTER UPDATE ON source BEGIN
    DELETE FROM source_history WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO source_history (revision, id, kind, title, publisher, url, language, published, published_earliest,
        published_latest, captured, sha256, derived_from, relation, note, archive, set_aside)
    VALUES (NEW.revision, NEW.id, NEW.kind, NEW.title, NEW.publisher, NEW.url, NEW.language, NEW.published, NEW.published_earliest,
        NEW.published_latest, NEW.captured, NEW.sha256, NEW.derived_from, NEW.relation, NEW.note, NEW.archive, NEW.set_aside);
END;
DROP TRIGGER source_as_known_at_change;
CREATE TRIGGER source_as_known_at_change BEFORE UPDATE ON source
WHEN NOT EXISTS (SELECT 1 FROM source_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.kind, h.title, h.publisher, h.url, h.language, h.published, h.published_earliest, h.published_latest,
                     h.captured, h.sha256, h.derived_from, h.relation, h.note, h.archive, h.set_aside)
                 IS (OLD.kind, OLD.title, OLD.publisher, OLD.url, OLD.language, OLD.published, OLD.published_earliest,
                     OLD.published_latest, OLD.captured, OLD.sha256, OLD.derived_from, OLD.relation, OLD.note, OLD.archive,
                     OLD.set_aside))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
DROP TRIGGER source_as_known_at_removal;
CREATE TRIGGER source_as_known_at_removal BEFORE DELETE ON source
WHEN NOT EXISTS (SELECT 1 FROM source_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.kind, h.title, h.publisher, h.url, h.language, h.published, h.published_earliest, h.published_latest,
                     h.captured, h.sha256, h.derived_from, h.relation, h.note, h.archive, h.set_aside)
                 IS (OLD.kind, OLD.title, OLD.publisher, OLD.url, OLD.language, OLD.published, OLD.published_earliest,
                     OLD.published_latest, OLD.captured, OLD.sha256, OLD.derived_from, OLD.relation, OLD.note, OLD.archive,
                     OLD.set_aside))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;

