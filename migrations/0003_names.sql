-- Names that meet: merges that can be undone, records that are not the same, groups resolved into officials, and the index of a
-- search. Plain SQL, never edited once landed. The conventions are those of the migrations before.

-- A record that was found to be the same as another: what belonged to it is the other's, its row is gone, its short id leads to
-- the other. A merge is undone by undoing, so its row goes with a reversal only.
CREATE TABLE merge (
    id       INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revision (id),
    kind     TEXT NOT NULL CONSTRAINT "what is merged is one of the closed list"
             CHECK (kind IN ('source', 'unit', 'official', 'post', 'enrollment')), -- posts and enrollments go with officials and units
    gone     INTEGER NOT NULL, -- the id of the record that was merged; no reference, since its row is gone
    kept     INTEGER NOT NULL  -- the id of the record that it was merged into; that one may be merged later itself
             CONSTRAINT "a record is not merged with itself" CHECK (kept <> gone),
    UNIQUE (kind, gone)
) STRICT;
CREATE INDEX merge_kept ON merge (kind, kept);
CREATE TRIGGER merge_stays BEFORE UPDATE ON merge WHEN (NEW.kind, NEW.gone, NEW.kept) IS NOT (OLD.kind, OLD.gone, OLD.kept)
BEGIN SELECT RAISE(ABORT, 'a merge is not changed; undo it'); END;

CREATE TRIGGER merge_made_in_revision BEFORE INSERT ON merge
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER merge_changed_in_revision BEFORE UPDATE ON merge
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER merge_not_replaced BEFORE INSERT ON merge
WHEN EXISTS (SELECT 1 FROM merge WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record is never replaced; change its fields instead'); END;
CREATE TRIGGER merge_keeps_id BEFORE UPDATE OF id ON merge
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'a record keeps its id'); END;
CREATE TABLE merge_history (
    version INTEGER PRIMARY KEY, revision INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    id INTEGER NOT NULL, kind TEXT, gone INTEGER, kept INTEGER,
    nonce BLOB DEFAULT (zeroblob(16)), leaf BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (id, revision)
) STRICT;
CREATE INDEX merge_history_revision ON merge_history (revision);
CREATE INDEX merge_history_gone ON merge_history (kind, gone);
CREATE TRIGGER merge_made AFTER INSERT ON merge BEGIN
    INSERT INTO merge_history (revision, id, kind, gone, kept) VALUES (NEW.revision, NEW.id, NEW.kind, NEW.gone, NEW.kept);
END;
CREATE TRIGGER merge_changed AFTER UPDATE ON merge BEGIN
    DELETE FROM merge_history WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO merge_history (revision, id, kind, gone, kept) VALUES (NEW.revision, NEW.id, NEW.kind, NEW.gone, NEW.kept);
END;
CREATE TRIGGER merge_deleted AFTER DELETE ON merge BEGIN
    DELETE FROM merge_history WHERE id = OLD.id AND revision = (SELECT max(id) FROM revision);
    INSERT INTO merge_history (revision, deleted, id) VALUES ((SELECT max(id) FROM revision), 1, OLD.id);
END;
CREATE TRIGGER merge_kept BEFORE DELETE ON merge
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN merge_history h ON h.revision = r.undoes AND h.id = OLD.id
                 WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; undo the revision that made it'); END;
CREATE TRIGGER merge_history_kept BEFORE UPDATE ON merge_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER merge_history_kept_whole BEFORE DELETE ON merge_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER merge_history_sealed BEFORE INSERT ON merge_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision) OR EXISTS (SELECT 1 FROM merge_history WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER merge_as_known_at_change BEFORE UPDATE ON merge
WHEN NOT EXISTS (SELECT 1 FROM merge_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.kind, h.gone, h.kept) IS (OLD.kind, OLD.gone, OLD.kept))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER merge_as_known_at_removal BEFORE DELETE ON merge
WHEN NOT EXISTS (SELECT 1 FROM merge_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.kind, h.gone, h.kept) IS (OLD.kind, OLD.gone, OLD.kept))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER merge_id_once BEFORE INSERT ON merge
WHEN EXISTS (SELECT 1 FROM merge_history WHERE id = NEW.id) AND NOT EXISTS (SELECT 1 FROM merge WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'an id is never used again'); END;

-- Two records that look alike and are not the same, by somebody's judgement; why is the reason of the revision. Where one of them
-- is merged later, it holds of what it was merged into.
CREATE TABLE distinction (
    id       INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revision (id),
    kind     TEXT NOT NULL CONSTRAINT "what is told apart is one of the closed list" CHECK (kind IN ('source', 'unit', 'official')),
    one      INTEGER NOT NULL, -- the lower id
    other    INTEGER NOT NULL CONSTRAINT "a record is told apart from another, the lower id first" CHECK (one < other),
    UNIQUE (kind, one, other)
) STRICT;
CREATE INDEX distinction_other ON distinction (kind, other);
CREATE TRIGGER distinction_stays BEFORE UPDATE ON distinction WHEN (NEW.kind, NEW.one, NEW.other) IS NOT (OLD.kind, OLD.one, OLD.other)
BEGIN SELECT RAISE(ABORT, 'what was told apart is not changed; undo it'); END;

CREATE TRIGGER distinction_made_in_revision BEFORE INSERT ON distinction
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER distinction_changed_in_revision BEFORE UPDATE ON distinction
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER distinction_not_replaced BEFORE INSERT ON distinction
WHEN EXISTS (SELECT 1 FROM distinction WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record is never replaced; change its fields instead'); END;
CREATE TRIGGER distinction_keeps_id BEFORE UPDATE OF id ON distinction
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'a record keeps its id'); END;
CREATE TABLE distinction_history (
    version INTEGER PRIMARY KEY, revision INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    id INTEGER NOT NULL, kind TEXT, one INTEGER, other INTEGER,
    nonce BLOB DEFAULT (zeroblob(16)), leaf BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (id, revision)
) STRICT;
CREATE INDEX distinction_history_revision ON distinction_history (revision);
CREATE INDEX distinction_history_one ON distinction_history (kind, one);
CREATE TRIGGER distinction_made AFTER INSERT ON distinction BEGIN
    INSERT INTO distinction_history (revision, id, kind, one, other) VALUES (NEW.revision, NEW.id, NEW.kind, NEW.one, NEW.other);
END;
CREATE TRIGGER distinction_changed AFTER UPDATE ON distinction BEGIN
    DELETE FROM distinction_history WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO distinction_history (revision, id, kind, one, other) VALUES (NEW.revision, NEW.id, NEW.kind, NEW.one, NEW.other);
END;
CREATE TRIGGER distinction_deleted AFTER DELETE ON distinction BEGIN
    DELETE FROM distinction_history WHERE id = OLD.id AND revision = (SELECT max(id) FROM revision);
    INSERT INTO distinction_history (revision, deleted, id) VALUES ((SELECT max(id) FROM revision), 1, OLD.id);
END;
CREATE TRIGGER distinction_kept BEFORE DELETE ON distinction
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN distinction_history h ON h.revision = r.undoes AND h.id = OLD.id
                 WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; undo the revision that made it'); END;
CREATE TRIGGER distinction_history_kept BEFORE UPDATE ON distinction_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER distinction_history_kept_whole BEFORE DELETE ON distinction_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER distinction_history_sealed BEFORE INSERT ON distinction_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision) OR EXISTS (SELECT 1 FROM distinction_history WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER distinction_as_known_at_change BEFORE UPDATE ON distinction
WHEN NOT EXISTS (SELECT 1 FROM distinction_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.kind, h.one, h.other) IS (OLD.kind, OLD.one, OLD.other))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER distinction_as_known_at_removal BEFORE DELETE ON distinction
WHEN NOT EXISTS (SELECT 1 FROM distinction_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.kind, h.one, h.other) IS (OLD.kind, OLD.one, OLD.other))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER distinction_id_once BEFORE INSERT ON distinction
WHEN EXISTS (SELECT 1 FROM distinction_history WHERE id = NEW.id) AND NOT EXISTS (SELECT 1 FROM distinction WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'an id is never used again'); END;

-- An official's enrollment who is one of an unnamed group: the group then stands for the others only.
CREATE TABLE group_member (
    id        INTEGER PRIMARY KEY,
    revision  INTEGER NOT NULL REFERENCES revision (id),
    group_id  INTEGER NOT NULL REFERENCES enrollment (id) DEFERRABLE INITIALLY DEFERRED, -- the group's enrollment
    member_id INTEGER NOT NULL REFERENCES enrollment (id) DEFERRABLE INITIALLY DEFERRED, -- the official's, in the same unit
    UNIQUE (group_id, member_id)
) STRICT;
CREATE INDEX group_member_member ON group_member (member_id);
CREATE TRIGGER group_member_fits BEFORE INSERT ON group_member
WHEN NOT EXISTS (SELECT 1 FROM enrollment g JOIN enrollment m ON m.unit_id = g.unit_id
                 WHERE g.id = NEW.group_id AND m.id = NEW.member_id AND g.group_who IS NOT NULL AND m.official_id IS NOT NULL)
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a member of a group is an official enrolled in the unit of the group'); END;
CREATE TRIGGER group_member_stays BEFORE UPDATE ON group_member
WHEN ((NEW.group_id IS NOT OLD.group_id AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'enrollment' AND gone = OLD.group_id
         AND kept = NEW.group_id AND revision > (SELECT max(revision) FROM seal)))
      OR (NEW.member_id IS NOT OLD.member_id AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'enrollment' AND gone = OLD.member_id
         AND kept = NEW.member_id AND revision > (SELECT max(revision) FROM seal))))
     AND NOT EXISTS (SELECT 1 FROM reversal r JOIN group_member_history h ON h.revision = r.undoes AND h.id = OLD.id
                     WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a member of a group is an official enrolled in the unit of the group'); END;
CREATE TRIGGER enrollment_stays_with_group BEFORE UPDATE OF unit_id ON enrollment
WHEN NEW.unit_id IS NOT OLD.unit_id AND EXISTS (SELECT 1 FROM group_member WHERE OLD.id IN (group_id, member_id))
     AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'unit' AND gone = OLD.unit_id AND kept = NEW.unit_id
                     AND revision > (SELECT max(revision) FROM seal))
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a group and its members are enrolled in one unit'); END;

CREATE TRIGGER group_member_made_in_revision BEFORE INSERT ON group_member
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER group_member_changed_in_revision BEFORE UPDATE ON group_member
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER group_member_not_replaced BEFORE INSERT ON group_member
WHEN EXISTS (SELECT 1 FROM group_member WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record is never replaced; change its fields instead'); END;
CREATE TRIGGER group_member_keeps_id BEFORE UPDATE OF id ON group_member
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'a record keeps its id'); END;
CREATE TABLE group_member_history (
    version INTEGER PRIMARY KEY, revision INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    id INTEGER NOT NULL, group_id INTEGER, member_id INTEGER,
    nonce BLOB DEFAULT (zeroblob(16)), leaf BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (id, revision)
) STRICT;
CREATE INDEX group_member_history_revision ON group_member_history (revision);
CREATE INDEX group_member_history_group_id ON group_member_history (group_id);
CREATE INDEX group_member_history_member_id ON group_member_history (member_id);
CREATE TRIGGER group_member_made AFTER INSERT ON group_member BEGIN
    INSERT INTO group_member_history (revision, id, group_id, member_id) VALUES (NEW.revision, NEW.id, NEW.group_id, NEW.member_id);
END;
CREATE TRIGGER group_member_changed AFTER UPDATE ON group_member BEGIN
    DELETE FROM group_member_history WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO group_member_history (revision, id, group_id, member_id) VALUES (NEW.revision, NEW.id, NEW.group_id, NEW.member_id);
END;
CREATE TRIGGER group_member_deleted AFTER DELETE ON group_member BEGIN
    DELETE FROM group_member_history WHERE id = OLD.id AND revision = (SELECT max(id) FROM revision);
    INSERT INTO group_member_history (revision, deleted, id) VALUES ((SELECT max(id) FROM revision), 1, OLD.id);
END;
CREATE TRIGGER group_member_kept BEFORE DELETE ON group_member
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN group_member_history h ON h.revision = r.undoes AND h.id = OLD.id
                 WHERE r.revision > (SELECT max(revision) FROM seal))
     AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'enrollment' AND gone IN (OLD.group_id, OLD.member_id)
                     AND revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; undo the revision that made it'); END;
CREATE TRIGGER group_member_history_kept BEFORE UPDATE ON group_member_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER group_member_history_kept_whole BEFORE DELETE ON group_member_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER group_member_history_sealed BEFORE INSERT ON group_member_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision) OR EXISTS (SELECT 1 FROM group_member_history WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER group_member_as_known_at_change BEFORE UPDATE ON group_member
WHEN NOT EXISTS (SELECT 1 FROM group_member_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.group_id, h.member_id) IS (OLD.group_id, OLD.member_id))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER group_member_as_known_at_removal BEFORE DELETE ON group_member
WHEN NOT EXISTS (SELECT 1 FROM group_member_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0
                 AND (h.group_id, h.member_id) IS (OLD.group_id, OLD.member_id))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER group_member_id_once BEFORE INSERT ON group_member
WHEN EXISTS (SELECT 1 FROM group_member_history WHERE id = NEW.id) AND NOT EXISTS (SELECT 1 FROM group_member WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'an id is never used again'); END;

-- What a merge, and the undoing of one, may do that nothing else may. -------------------------------------------------------

DROP TRIGGER source_kept;
CREATE TRIGGER source_kept BEFORE DELETE ON source
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN source_history h ON h.revision = r.undoes AND h.id = OLD.id
                 WHERE r.revision > (SELECT max(revision) FROM seal))
     AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'source' AND gone = OLD.id AND revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;
CREATE TRIGGER source_not_merged BEFORE INSERT ON source WHEN EXISTS (SELECT 1 FROM merge WHERE kind = 'source' AND gone = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record that was merged into another comes back when that is undone'); END;
CREATE TRIGGER merge_of_source BEFORE INSERT ON merge
WHEN NEW.kind = 'source' AND (SELECT count(*) FROM source WHERE id IN (NEW.gone, NEW.kept)) < 2
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a record on the register is merged into another that is on it'); END;
DROP TRIGGER unit_kept;
CREATE TRIGGER unit_kept BEFORE DELETE ON unit
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN unit_history h ON h.revision = r.undoes AND h.id = OLD.id
                 WHERE r.revision > (SELECT max(revision) FROM seal))
     AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'unit' AND gone = OLD.id AND revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;
CREATE TRIGGER unit_not_merged BEFORE INSERT ON unit WHEN EXISTS (SELECT 1 FROM merge WHERE kind = 'unit' AND gone = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record that was merged into another comes back when that is undone'); END;
CREATE TRIGGER merge_of_unit BEFORE INSERT ON merge
WHEN NEW.kind = 'unit' AND (SELECT count(*) FROM unit WHERE id IN (NEW.gone, NEW.kept)) < 2
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a record on the register is merged into another that is on it'); END;
DROP TRIGGER official_kept;
CREATE TRIGGER official_kept BEFORE DELETE ON official
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN official_history h ON h.revision = r.undoes AND h.id = OLD.id
                 WHERE r.revision > (SELECT max(revision) FROM seal))
     AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'official' AND gone = OLD.id AND revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;
CREATE TRIGGER official_not_merged BEFORE INSERT ON official WHEN EXISTS (SELECT 1 FROM merge WHERE kind = 'official' AND gone = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record that was merged into another comes back when that is undone'); END;
CREATE TRIGGER merge_of_official BEFORE INSERT ON merge
WHEN NEW.kind = 'official' AND (SELECT count(*) FROM official WHERE id IN (NEW.gone, NEW.kept)) < 2
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a record on the register is merged into another that is on it'); END;
DROP TRIGGER post_kept;
CREATE TRIGGER post_kept BEFORE DELETE ON post
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN post_history h ON h.revision = r.undoes AND h.id = OLD.id
                 WHERE r.revision > (SELECT max(revision) FROM seal))
     AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'post' AND gone = OLD.id AND revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;
CREATE TRIGGER post_not_merged BEFORE INSERT ON post WHEN EXISTS (SELECT 1 FROM merge WHERE kind = 'post' AND gone = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record that was merged into another comes back when that is undone'); END;
CREATE TRIGGER merge_of_post BEFORE INSERT ON merge
WHEN NEW.kind = 'post' AND (SELECT count(*) FROM post WHERE id IN (NEW.gone, NEW.kept)) < 2
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a record on the register is merged into another that is on it'); END;
DROP TRIGGER enrollment_kept;
CREATE TRIGGER enrollment_kept BEFORE DELETE ON enrollment
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN enrollment_history h ON h.revision = r.undoes AND h.id = OLD.id
                 WHERE r.revision > (SELECT max(revision) FROM seal))
     AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'enrollment' AND gone = OLD.id AND revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;
CREATE TRIGGER enrollment_not_merged BEFORE INSERT ON enrollment WHEN EXISTS (SELECT 1 FROM merge WHERE kind = 'enrollment' AND gone = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record that was merged into another comes back when that is undone'); END;
CREATE TRIGGER merge_of_enrollment BEFORE INSERT ON merge
WHEN NEW.kind = 'enrollment' AND (SELECT count(*) FROM enrollment WHERE id IN (NEW.gone, NEW.kept)) < 2
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a record on the register is merged into another that is on it'); END;
DROP TRIGGER official_keeps_post;
CREATE TRIGGER official_keeps_post BEFORE UPDATE OF official_id ON post
WHEN NEW.official_id <> OLD.official_id
     AND NOT EXISTS (SELECT 1 FROM post WHERE official_id = OLD.official_id AND id <> OLD.id)
     AND EXISTS (SELECT 1 FROM official WHERE id = OLD.official_id)
     AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'official' AND gone = OLD.official_id)
BEGIN SELECT RAISE(ABORT, 'an official has at least one post'); END;
DROP TRIGGER name_stays;
CREATE TRIGGER name_stays BEFORE UPDATE OF region_code, programme_id, unit_id, official_id ON name
WHEN (NEW.region_code IS NOT OLD.region_code OR NEW.programme_id IS NOT OLD.programme_id
      OR (NEW.unit_id IS NOT OLD.unit_id AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'unit' AND gone = OLD.unit_id
         AND kept = NEW.unit_id AND revision > (SELECT max(revision) FROM seal)))
      OR (NEW.official_id IS NOT OLD.official_id AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'official' AND gone = OLD.official_id
         AND kept = NEW.official_id AND revision > (SELECT max(revision) FROM seal))))
     AND NOT EXISTS (SELECT 1 FROM reversal r JOIN name_history h ON h.revision = r.undoes AND h.id = OLD.id
                     WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a name stays with its record'); END;
DROP TRIGGER name_stays_primary;
CREATE TRIGGER name_stays_primary BEFORE UPDATE OF nature ON name
WHEN OLD.nature = 'primary' AND NEW.nature <> 'primary'
     AND (NEW.unit_id IS OLD.unit_id AND NEW.official_id IS OLD.official_id)
BEGIN SELECT RAISE(ABORT, 'a primary name stays one; write the new name over it'); END;
DROP TRIGGER event_stays;
CREATE TRIGGER event_stays BEFORE UPDATE OF unit_id, post_id, enrollment_id ON event
WHEN ((NEW.unit_id IS NOT OLD.unit_id AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'unit' AND gone = OLD.unit_id
         AND kept = NEW.unit_id AND revision > (SELECT max(revision) FROM seal)))
      OR (NEW.post_id IS NOT OLD.post_id AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'post' AND gone = OLD.post_id
         AND kept = NEW.post_id AND revision > (SELECT max(revision) FROM seal)))
      OR (NEW.enrollment_id IS NOT OLD.enrollment_id AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'enrollment' AND gone = OLD.enrollment_id
         AND kept = NEW.enrollment_id AND revision > (SELECT max(revision) FROM seal))))
     AND NOT EXISTS (SELECT 1 FROM reversal r JOIN event_history h ON h.revision = r.undoes AND h.id = OLD.id
                     WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'an event stays with what it happened to'); END;
DROP TRIGGER citation_stays;
CREATE TRIGGER citation_stays BEFORE UPDATE OF id, source_id, region_code, programme_id, unit_id, official_id, post_id, enrollment_id, event_id ON citation
WHEN NEW.id <> OLD.id
     OR (NEW.region_code IS NOT OLD.region_code OR NEW.programme_id IS NOT OLD.programme_id OR NEW.event_id IS NOT OLD.event_id
         OR (NEW.source_id IS NOT OLD.source_id AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'source' AND gone = OLD.source_id
         AND kept = NEW.source_id AND revision > (SELECT max(revision) FROM seal)))
         OR (NEW.unit_id IS NOT OLD.unit_id AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'unit' AND gone = OLD.unit_id
         AND kept = NEW.unit_id AND revision > (SELECT max(revision) FROM seal)))
         OR (NEW.official_id IS NOT OLD.official_id AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'official' AND gone = OLD.official_id
         AND kept = NEW.official_id AND revision > (SELECT max(revision) FROM seal)))
         OR (NEW.post_id IS NOT OLD.post_id AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'post' AND gone = OLD.post_id
         AND kept = NEW.post_id AND revision > (SELECT max(revision) FROM seal)))
         OR (NEW.enrollment_id IS NOT OLD.enrollment_id AND NOT EXISTS (SELECT 1 FROM merge WHERE kind = 'enrollment' AND gone = OLD.enrollment_id
         AND kept = NEW.enrollment_id AND revision > (SELECT max(revision) FROM seal))))
     AND NOT EXISTS (SELECT 1 FROM reversal r JOIN citation_history h ON h.revision = r.undoes AND h.id = OLD.id
                     WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a citation stays with its source and its record; cite again instead'); END;

-- The index of a search: a document for every version of a name and of a source's title, so that the past is searched too. It
-- holds keys that the library computes from what is in the history, so it is no part of the proof, and can be made anew.
CREATE VIRTUAL TABLE name_search USING fts5 (keys, content = '', detail = none, tokenize = 'ascii');   -- rowid: name_history.version
CREATE VIRTUAL TABLE source_search USING fts5 (keys, content = '', detail = none, tokenize = 'ascii'); -- rowid: source_history.version
-- Every key of the two once, forwards and backwards: a slip leaves one half of a key as it is.
CREATE TABLE search_key (
    key       TEXT PRIMARY KEY NOT NULL, -- small ASCII letters
    backwards TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX search_key_backwards ON search_key (backwards);
