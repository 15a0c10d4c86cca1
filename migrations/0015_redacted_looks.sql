-- What a look says can be redacted. Plain SQL, never edited once landed. The conventions are those of the migrations before.

-- SQLite cannot alter a CHECK. This change only lets more in, so the text of the table is written over.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''conclusion'', ''revision'')', '''conclusion'', ''look'', ''revision'')')
WHERE type = 'table' AND name = 'redaction';
PRAGMA writable_schema = RESET;

DROP TRIGGER look_history_kept;
CREATE TRIGGER look_history_kept BEFORE UPDATE ON look_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision
     OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision) AND (
         NEW.leaf IS NOT OLD.leaf OR NEW.nonce IS NOT NULL OR
         (NEW.deleted, NEW.id, NEW.region_code, NEW.date, NEW.earliest, NEW.latest)
         IS NOT (OLD.deleted, OLD.id, OLD.region_code, OLD.date, OLD.earliest, OLD.latest) OR NOT EXISTS (
         SELECT 1 FROM redaction WHERE kind = 'look' AND record = OLD.id AND of_revision = OLD.revision
         AND revision > (SELECT max(revision) FROM seal)))
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
