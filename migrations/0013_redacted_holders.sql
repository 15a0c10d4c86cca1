-- An enrollment that a post changed for can be redacted. Plain SQL, never edited once landed. The conventions are those of the
-- migrations before.

DROP TRIGGER enrollment_stays_with_post;
CREATE TRIGGER enrollment_stays_with_post BEFORE UPDATE OF official_id ON enrollment
WHEN NEW.official_id IS NOT OLD.official_id AND NEW.official_id IS NOT NULL AND EXISTS (SELECT 1 FROM event WHERE for_enrollment = OLD.id)
     AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'official' AND gone = OLD.official_id AND kept = NEW.official_id
                     AND revision > (SELECT max(revision) FROM seal))
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a post changes for an enrollment of the official who holds it'); END;
