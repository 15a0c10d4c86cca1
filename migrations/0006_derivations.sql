-- A source can repeat several others: those that the columns of its row have no place for. Plain SQL, never edited once landed.
-- The conventions are those of the migrations before.

-- One more source that a source repeats. The row of the source holds one, and may hold none while there are rows here. An edit
-- of the source removes such a row as it empties a column; its versions stay.
CREATE TABLE derivation (
    id           INTEGER PRIMARY KEY,
    revision     INTEGER NOT NULL REFERENCES revision (id),
    source_id    INTEGER NOT NULL REFERENCES source (id), -- the source that repeats
    derived_from INTEGER NOT NULL REFERENCES source (id)  -- the source that is repeated
                 CONSTRAINT "a source is not derived from itself" CHECK (derived_from <> source_id),
    relation     TEXT NOT NULL CONSTRAINT "a relation is one of the closed list"
                 CHECK (relation IN ('quotes', 'translates', 'rewrites', 'copies', 'follows')),
    UNIQUE (source_id, derived_from)
) STRICT;
CREATE INDEX derivation_derived_from ON derivation (derived_from);

CREATE TRIGGER derivation_once BEFORE INSERT ON derivation
WHEN EXISTS (SELECT 1 FROM source WHERE id = NEW.source_id AND derived_from = NEW.derived_from)
     OR EXISTS (SELECT 1 FROM derivation WHERE source_id = NEW.source_id AND derived_from = NEW.derived_from AND id IS NOT NEW.id)
BEGIN SELECT RAISE(ABORT, 'a source is derived from another only once'); END;
CREATE TRIGGER derivation_once_later BEFORE UPDATE OF source_id, derived_from ON derivation
WHEN EXISTS (SELECT 1 FROM source WHERE id = NEW.source_id AND derived_from = NEW.derived_from)
     OR EXISTS (SELECT 1 FROM derivation WHERE source_id = NEW.source_id AND derived_from = NEW.derived_from AND id <> OLD.id)
BEGIN SELECT RAISE(ABORT, 'a source is derived from another only once'); END;
CREATE TRIGGER source_derived_once BEFORE UPDATE OF derived_from ON source
WHEN EXISTS (SELECT 1 FROM derivation WHERE source_id = OLD.id AND derived_from = NEW.derived_from)
BEGIN SELECT RAISE(ABORT, 'a source is derived from another only once'); END;
CREATE TRIGGER derivation_stays BEFORE UPDATE OF source_id, derived_from ON derivation
WHEN ((NEW.source_id IS NOT OLD.source_id AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'source' AND gone = OLD.source_id
         AND kept = NEW.source_id AND revision > (SELECT max(revision) FROM seal)))
      OR (NEW.derived_from IS NOT OLD.derived_from AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'source'
         AND gone = OLD.derived_from AND kept = NEW.derived_from AND revision > (SELECT max(revision) FROM seal))))
     AND NOT EXISTS (SELECT 1 FROM reversal r JOIN derivation_history h ON h.revision = r.undoes AND h.id = OLD.id
                     WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a derivation stays with its two sources; remove it and add another'); END;

-- What a source goes back to: the sources that it repeats, those that these repeat, and so on. A merge and the undoing of a
-- revision change several rows, and what lies between may go in a circle; the library checks the result.
CREATE TRIGGER derivation_in_no_circle BEFORE INSERT ON derivation
WHEN NEW.derived_from <> NEW.source_id AND NEW.source_id IN (
         WITH RECURSIVE way (id) AS (VALUES (NEW.derived_from)
             UNION SELECT s.derived_from FROM way JOIN source s ON s.id = way.id WHERE s.derived_from IS NOT NULL
             UNION SELECT d.derived_from FROM way JOIN derivation d ON d.source_id = way.id)
         SELECT id FROM way)
     AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'source' AND revision > (SELECT max(revision) FROM seal))
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a source is not derived from itself, by however many steps'); END;
CREATE TRIGGER source_in_no_circle BEFORE UPDATE OF derived_from ON source
WHEN NEW.derived_from <> OLD.id AND NEW.derived_from IS NOT OLD.derived_from AND OLD.id IN (
         WITH RECURSIVE way (id) AS (VALUES (NEW.derived_from)
             UNION SELECT s.derived_from FROM way JOIN source s ON s.id = way.id WHERE s.derived_from IS NOT NULL
             UNION SELECT d.derived_from FROM way JOIN derivation d ON d.source_id = way.id)
         SELECT id FROM way)
     AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'source' AND revision > (SELECT max(revision) FROM seal))
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a source is not derived from itself, by however many steps'); END;

-- Two of the sources of a death have nothing in common that they go back to. A death that is rejected needs none.
DROP TRIGGER event_killed_twice_cited;
CREATE TRIGGER event_killed_twice_cited BEFORE INSERT ON event
WHEN NEW.value = 'killed' AND NEW.standing <> 'rejected' AND NOT EXISTS (
    WITH RECURSIVE way (cited, id) AS (
        SELECT source_id, source_id FROM citation
        WHERE event_id = NEW.id AND field = 'value' AND stance = 'supports' AND standing <> 'rejected'
        UNION SELECT way.cited, s.derived_from FROM way JOIN source s ON s.id = way.id WHERE s.derived_from IS NOT NULL
        UNION SELECT way.cited, d.derived_from FROM way JOIN derivation d ON d.source_id = way.id)
    SELECT 1 FROM way one JOIN way other ON one.id = one.cited AND other.id = other.cited AND other.cited > one.cited
    WHERE NOT EXISTS (SELECT 1 FROM way a JOIN way b ON b.id = a.id WHERE a.cited = one.cited AND b.cited = other.cited))
BEGIN SELECT RAISE(ABORT, 'a death is recorded from two sources at least, neither derived from the other'); END;
DROP TRIGGER event_killed_twice_cited_later;
CREATE TRIGGER event_killed_twice_cited_later BEFORE UPDATE OF value, standing ON event
WHEN NEW.value = 'killed' AND NEW.standing <> 'rejected' AND NOT EXISTS (
    WITH RECURSIVE way (cited, id) AS (
        SELECT source_id, source_id FROM citation
        WHERE event_id = NEW.id AND field = 'value' AND stance = 'supports' AND standing <> 'rejected'
        UNION SELECT way.cited, s.derived_from FROM way JOIN source s ON s.id = way.id WHERE s.derived_from IS NOT NULL
        UNION SELECT way.cited, d.derived_from FROM way JOIN derivation d ON d.source_id = way.id)
    SELECT 1 FROM way one JOIN way other ON one.id = one.cited AND other.id = other.cited AND other.cited > one.cited
    WHERE NOT EXISTS (SELECT 1 FROM way a JOIN way b ON b.id = a.id WHERE a.cited = one.cited AND b.cited = other.cited))
BEGIN SELECT RAISE(ABORT, 'a death is recorded from two sources at least, neither derived from the other'); END;

CREATE TRIGGER derivation_made_in_revision BEFORE INSERT ON derivation
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER derivation_changed_in_revision BEFORE UPDATE ON derivation
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER derivation_not_replaced BEFORE INSERT ON derivation
WHEN EXISTS (SELECT 1 FROM derivation WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record is never replaced; change its fields instead'); END;
CREATE TRIGGER derivation_keeps_id BEFORE UPDATE OF id ON derivation
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'a record keeps its id'); END;
CREATE TABLE derivation_history (
    version INTEGER PRIMARY KEY, revision INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    id INTEGER NOT NULL, source_id INTEGER, derived_from INTEGER, relation TEXT,
    nonce BLOB DEFAULT (zeroblob(16)), leaf BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (id, revision)
) STRICT;
CREATE INDEX derivation_history_revision ON derivation_history (revision);
CREATE INDEX derivation_history_source_id ON derivation_history (source_id);
CREATE INDEX derivation_history_derived_from ON derivation_history (derived_from);
CREATE TRIGGER derivation_made AFTER INSERT ON derivation BEGIN
    INSERT INTO derivation_history (revision, id, source_id, derived_from, relation)
    VALUES (NEW.revision, NEW.id, NEW.source_id, NEW.derived_from, NEW.relation);
END;
CREATE TRIGGER derivation_changed AFTER UPDATE ON derivation BEGIN
    DELETE FROM derivation_history WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO derivation_history (revision, id, source_id, derived_from, relation)
    VALUES (NEW.revision, NEW.id, NEW.source_id, NEW.derived_from, NEW.relation);
END;
CREATE TRIGGER derivation_deleted AFTER DELETE ON derivation BEGIN
    DELETE FROM derivation_history WHERE id = OLD.id AND revision = (SELECT max(id) FROM revision);
    INSERT INTO derivation_history (revision, deleted, id) VALUES ((SELECT max(id) FROM revision), 1, OLD.id);
END;
CREATE TRIGGER derivation_history_kept BEFORE UPDATE ON derivation_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER derivation_history_kept_whole BEFORE DELETE ON derivation_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER derivation_history_sealed BEFORE INSERT ON derivation_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision) OR EXISTS (SELECT 1 FROM derivation_history WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER derivation_as_known_at_change BEFORE UPDATE ON derivation
WHEN NOT EXISTS (SELECT 1 FROM derivation_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.source_id, h.derived_from, h.relation) IS (OLD.source_id, OLD.derived_from, OLD.relation))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER derivation_as_known_at_removal BEFORE DELETE ON derivation
WHEN NOT EXISTS (SELECT 1 FROM derivation_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.source_id, h.derived_from, h.relation) IS (OLD.source_id, OLD.derived_from, OLD.relation))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER derivation_id_once BEFORE INSERT ON derivation
WHEN EXISTS (SELECT 1 FROM derivation_history WHERE id = NEW.id) AND NOT EXISTS (SELECT 1 FROM derivation WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'an id is never used again'); END;
