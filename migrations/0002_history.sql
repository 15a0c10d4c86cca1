-- History, and the proof of it. Plain SQL, never edited once landed.
--
-- Conventions, held everywhere below:
--   * t_history   every version of every row of t, filled by triggers in the transaction that writes t; at most one version of a
--                 row in a revision, and version grows with revision. Columns are those of t, with the same units, and:
--       version   1, 2, 3 … in the order of writing
--       deleted   1: the row went in this revision, and its other columns are NULL; 0: this is how it stood from then on
--       nonce     16 random bytes, so that what was redacted cannot be guessed from its leaf; NULL: redacted
--       leaf      32 bytes, the SHA-256 of the row's canonical form with the nonce; kept when the row is redacted
--     nonce and leaf are zeros until the revision is sealed.
--   * seal        comes last in a revision's transaction; what is sealed is never written again, but to redact it.
--   * a trigger's message is a sentence: it is what a person reads when the rule refuses.
-- The canonical form is written down in the documentation, under Hash chain.

CREATE TABLE seal (
    revision    INTEGER PRIMARY KEY REFERENCES revision (id),
    nonce       BLOB CONSTRAINT "a nonce is 16 bytes" CHECK (length(nonce) = 16), -- of the reason's leaf; NULL: the reason is redacted
    reason_leaf BLOB NOT NULL CONSTRAINT "a leaf is 32 bytes" CHECK (length(reason_leaf) = 32), -- SHA-256 of the revision's reason
    hash        BLOB NOT NULL CONSTRAINT "a hash is 32 bytes" CHECK (length(hash) = 32) -- SHA-256 over the hash before and all leaves
) STRICT;

-- The revision from which history is whole, where the registry is older than this schema: of the versions before only the
-- newest of each record is there. No row: history is whole from the first revision.
CREATE TABLE history_start (
    version  INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revision (id),
    nonce    BLOB DEFAULT (zeroblob(16)),
    leaf     BLOB NOT NULL DEFAULT (zeroblob(32))
) STRICT;
INSERT INTO history_start (revision) SELECT id FROM revision ORDER BY id DESC LIMIT 1;

CREATE TABLE reversal (
    version  INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL UNIQUE REFERENCES revision (id), -- the revision that undoes
    undoes   INTEGER NOT NULL REFERENCES revision (id)         -- the revision that is undone
             CONSTRAINT "a revision undoes one before it" CHECK (undoes < revision),
    nonce    BLOB DEFAULT (zeroblob(16)),
    leaf     BLOB NOT NULL DEFAULT (zeroblob(32))
) STRICT;

CREATE TABLE redaction (
    version     INTEGER PRIMARY KEY,
    revision    INTEGER NOT NULL REFERENCES revision (id), -- the revision that redacts
    kind        TEXT NOT NULL -- the table whose row is redacted; 'revision': a revision's reason
                CONSTRAINT "what is redacted is one of the closed list"
                CHECK (kind IN ('source', 'programme', 'unit', 'official', 'post', 'enrollment', 'event', 'citation', 'name', 'revision')),
    record      INTEGER NOT NULL, -- the row's id
    of_revision INTEGER NOT NULL  -- which of its versions is redacted: the one of that revision
                CONSTRAINT "a revision redacts what is older" CHECK (of_revision < revision),
    residue     TEXT NOT NULL     -- SHA-256 of what is left of the version, so that what is left is proven too
                CONSTRAINT "a residue is 64 small hexadecimal digits" CHECK (length(residue) = 64 AND residue NOT GLOB '*[^0-9a-f]*'),
    nonce       BLOB DEFAULT (zeroblob(16)),
    leaf        BLOB NOT NULL DEFAULT (zeroblob(32))
) STRICT;
CREATE INDEX redaction_record ON redaction (kind, record, of_revision);
CREATE INDEX redaction_revision ON redaction (revision);

CREATE TRIGGER seal_in_order BEFORE INSERT ON seal
WHEN NEW.revision IS NOT (SELECT coalesce(max(revision), 0) + 1 FROM seal)
BEGIN SELECT RAISE(ABORT, 'revisions are sealed one after the other, each once'); END;
CREATE TRIGGER seal_kept BEFORE UPDATE ON seal
WHEN NEW.revision IS NOT OLD.revision OR NEW.reason_leaf IS NOT OLD.reason_leaf OR NEW.hash IS NOT OLD.hash OR NEW.nonce IS NOT NULL
     OR NOT EXISTS (SELECT 1 FROM redaction WHERE kind = 'revision' AND record = OLD.revision
                    AND revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a seal is never changed'); END;
CREATE TRIGGER seal_kept_whole BEFORE DELETE ON seal
BEGIN SELECT RAISE(ABORT, 'a seal is never removed'); END;

-- Of a revision only the reason can go, when it is redacted.
DROP TRIGGER revision_kept;
CREATE TRIGGER revision_kept BEFORE UPDATE ON revision
WHEN NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.author IS NOT OLD.author OR NEW.reason IS NOT '[redacted]'
     OR NOT EXISTS (SELECT 1 FROM redaction WHERE kind = 'revision' AND record = OLD.id
                    AND revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END;

CREATE TRIGGER history_start_once BEFORE INSERT ON history_start
BEGIN SELECT RAISE(ABORT, 'where history begins is never changed'); END;
CREATE TRIGGER history_start_kept BEFORE UPDATE ON history_start
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'where history begins is never changed'); END;
CREATE TRIGGER history_start_kept_whole BEFORE DELETE ON history_start
BEGIN SELECT RAISE(ABORT, 'where history begins is never changed'); END;

CREATE TRIGGER reversal_in_revision BEFORE INSERT ON reversal WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER reversal_sealed BEFORE INSERT ON reversal
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision) OR EXISTS (SELECT 1 FROM reversal WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER reversal_kept BEFORE UPDATE ON reversal
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER reversal_kept_whole BEFORE DELETE ON reversal WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER redaction_in_revision BEFORE INSERT ON redaction WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER redaction_sealed BEFORE INSERT ON redaction
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision) OR EXISTS (SELECT 1 FROM redaction WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER redaction_kept BEFORE UPDATE ON redaction
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER redaction_kept_whole BEFORE DELETE ON redaction WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;

-- region ------------------------------------------------------------------------------------------------------------------
CREATE TABLE region_history (
    version INTEGER PRIMARY KEY, revision INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    code TEXT NOT NULL, parent TEXT, kind TEXT, federal_district TEXT, number TEXT,
    nonce BLOB DEFAULT (zeroblob(16)), leaf BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (code, revision)
) STRICT;
INSERT INTO region_history
    (revision, code, parent, kind, federal_district, number)
SELECT revision, code, parent, kind, federal_district, number FROM region ORDER BY revision, code;
CREATE INDEX region_history_revision ON region_history (revision);
CREATE INDEX region_history_parent ON region_history (parent);
CREATE INDEX region_history_federal_district ON region_history (federal_district);
CREATE TRIGGER region_made AFTER INSERT ON region BEGIN
    INSERT INTO region_history
        (revision, code, parent, kind, federal_district, number)
    VALUES (NEW.revision, NEW.code, NEW.parent, NEW.kind, NEW.federal_district, NEW.number);
END;
CREATE TRIGGER region_changed AFTER UPDATE ON region BEGIN
    DELETE FROM region_history
    WHERE code = NEW.code AND revision = NEW.revision;
    INSERT INTO region_history
        (revision, code, parent, kind, federal_district, number)
    VALUES (NEW.revision, NEW.code, NEW.parent, NEW.kind, NEW.federal_district, NEW.number);
END;
CREATE TRIGGER region_deleted AFTER DELETE ON region BEGIN
    DELETE FROM region_history
    WHERE code = OLD.code AND revision = (SELECT max(id) FROM revision);
    INSERT INTO region_history (revision, deleted, code)
    VALUES ((SELECT max(id) FROM revision), 1, OLD.code);
END;
DROP TRIGGER region_kept;
CREATE TRIGGER region_kept BEFORE DELETE ON region
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN region_history h ON h.revision = r.undoes
                  AND h.code = OLD.code
                  WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;
CREATE TRIGGER region_history_kept BEFORE UPDATE ON region_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision
     OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER region_history_kept_whole BEFORE DELETE ON region_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER region_history_sealed BEFORE INSERT ON region_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision)
     OR EXISTS (SELECT 1 FROM region_history WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER region_as_known_at_change BEFORE UPDATE ON region
WHEN NOT EXISTS (SELECT 1 FROM region_history h WHERE h.code = OLD.code AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.parent, h.kind, h.federal_district, h.number)
    IS (OLD.parent, OLD.kind, OLD.federal_district, OLD.number))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER region_as_known_at_removal BEFORE DELETE ON region
WHEN NOT EXISTS (SELECT 1 FROM region_history h WHERE h.code = OLD.code AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.parent, h.kind, h.federal_district, h.number)
    IS (OLD.parent, OLD.kind, OLD.federal_district, OLD.number))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;

-- foreign_neighbour -------------------------------------------------------------------------------------------------------
CREATE TABLE foreign_neighbour_history (
    version INTEGER PRIMARY KEY, revision INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    region_code TEXT NOT NULL, country TEXT NOT NULL, border TEXT NOT NULL, note TEXT,
    nonce BLOB DEFAULT (zeroblob(16)), leaf BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (region_code, country, border, revision)
) STRICT;
INSERT INTO foreign_neighbour_history
    (revision, region_code, country, border, note)
SELECT revision, region_code, country, border, note FROM foreign_neighbour ORDER BY revision, region_code, country, border;
CREATE INDEX foreign_neighbour_history_revision ON foreign_neighbour_history (revision);
CREATE INDEX foreign_neighbour_history_country ON foreign_neighbour_history (country, border);
CREATE TRIGGER foreign_neighbour_made AFTER INSERT ON foreign_neighbour BEGIN
    INSERT INTO foreign_neighbour_history
        (revision, region_code, country, border, note)
    VALUES (NEW.revision, NEW.region_code, NEW.country, NEW.border, NEW.note);
END;
CREATE TRIGGER foreign_neighbour_changed AFTER UPDATE ON foreign_neighbour BEGIN
    DELETE FROM foreign_neighbour_history
    WHERE region_code = NEW.region_code AND country = NEW.country AND border = NEW.border AND revision = NEW.revision;
    INSERT INTO foreign_neighbour_history
        (revision, region_code, country, border, note)
    VALUES (NEW.revision, NEW.region_code, NEW.country, NEW.border, NEW.note);
END;
CREATE TRIGGER foreign_neighbour_deleted AFTER DELETE ON foreign_neighbour BEGIN
    DELETE FROM foreign_neighbour_history
    WHERE region_code = OLD.region_code AND country = OLD.country AND border = OLD.border AND revision = (SELECT max(id) FROM revision);
    INSERT INTO foreign_neighbour_history (revision, deleted, region_code, country, border)
    VALUES ((SELECT max(id) FROM revision), 1, OLD.region_code, OLD.country, OLD.border);
END;
DROP TRIGGER foreign_neighbour_kept;
CREATE TRIGGER foreign_neighbour_kept BEFORE DELETE ON foreign_neighbour
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN foreign_neighbour_history h ON h.revision = r.undoes
                  AND h.region_code = OLD.region_code AND h.country = OLD.country AND h.border = OLD.border
                  WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;
CREATE TRIGGER foreign_neighbour_history_kept BEFORE UPDATE ON foreign_neighbour_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision
     OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER foreign_neighbour_history_kept_whole BEFORE DELETE ON foreign_neighbour_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER foreign_neighbour_history_sealed BEFORE INSERT ON foreign_neighbour_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision)
     OR EXISTS (SELECT 1 FROM foreign_neighbour_history WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER foreign_neighbour_as_known_at_change BEFORE UPDATE ON foreign_neighbour
WHEN NOT EXISTS (SELECT 1 FROM foreign_neighbour_history h WHERE h.region_code = OLD.region_code AND h.country = OLD.country AND h.border = OLD.border AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.note)
    IS (OLD.note))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER foreign_neighbour_as_known_at_removal BEFORE DELETE ON foreign_neighbour
WHEN NOT EXISTS (SELECT 1 FROM foreign_neighbour_history h WHERE h.region_code = OLD.region_code AND h.country = OLD.country AND h.border = OLD.border AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.note)
    IS (OLD.note))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;

-- bloc_member -------------------------------------------------------------------------------------------------------------
CREATE TABLE bloc_member_history (
    version INTEGER PRIMARY KEY, revision INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    bloc TEXT NOT NULL, country TEXT NOT NULL, since TEXT NOT NULL, until TEXT,
    nonce BLOB DEFAULT (zeroblob(16)), leaf BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (bloc, country, since, revision)
) STRICT;
INSERT INTO bloc_member_history
    (revision, bloc, country, since, until)
SELECT revision, bloc, country, since, until FROM bloc_member ORDER BY revision, bloc, country, since;
CREATE INDEX bloc_member_history_revision ON bloc_member_history (revision);
CREATE TRIGGER bloc_member_made AFTER INSERT ON bloc_member BEGIN
    INSERT INTO bloc_member_history
        (revision, bloc, country, since, until)
    VALUES (NEW.revision, NEW.bloc, NEW.country, NEW.since, NEW.until);
END;
CREATE TRIGGER bloc_member_changed AFTER UPDATE ON bloc_member BEGIN
    DELETE FROM bloc_member_history
    WHERE bloc = NEW.bloc AND country = NEW.country AND since = NEW.since AND revision = NEW.revision;
    INSERT INTO bloc_member_history
        (revision, bloc, country, since, until)
    VALUES (NEW.revision, NEW.bloc, NEW.country, NEW.since, NEW.until);
END;
CREATE TRIGGER bloc_member_deleted AFTER DELETE ON bloc_member BEGIN
    DELETE FROM bloc_member_history
    WHERE bloc = OLD.bloc AND country = OLD.country AND since = OLD.since AND revision = (SELECT max(id) FROM revision);
    INSERT INTO bloc_member_history (revision, deleted, bloc, country, since)
    VALUES ((SELECT max(id) FROM revision), 1, OLD.bloc, OLD.country, OLD.since);
END;
DROP TRIGGER bloc_member_kept;
CREATE TRIGGER bloc_member_kept BEFORE DELETE ON bloc_member
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN bloc_member_history h ON h.revision = r.undoes
                  AND h.bloc = OLD.bloc AND h.country = OLD.country AND h.since = OLD.since
                  WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;
CREATE TRIGGER bloc_member_history_kept BEFORE UPDATE ON bloc_member_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision
     OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER bloc_member_history_kept_whole BEFORE DELETE ON bloc_member_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER bloc_member_history_sealed BEFORE INSERT ON bloc_member_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision)
     OR EXISTS (SELECT 1 FROM bloc_member_history WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER bloc_member_as_known_at_change BEFORE UPDATE ON bloc_member
WHEN NOT EXISTS (SELECT 1 FROM bloc_member_history h WHERE h.bloc = OLD.bloc AND h.country = OLD.country AND h.since = OLD.since AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.until)
    IS (OLD.until))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER bloc_member_as_known_at_removal BEFORE DELETE ON bloc_member
WHEN NOT EXISTS (SELECT 1 FROM bloc_member_history h WHERE h.bloc = OLD.bloc AND h.country = OLD.country AND h.since = OLD.since AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.until)
    IS (OLD.until))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;

-- source ------------------------------------------------------------------------------------------------------------------
CREATE TABLE source_history (
    version INTEGER PRIMARY KEY, revision INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    id INTEGER NOT NULL, kind TEXT, title TEXT, publisher TEXT, url TEXT, language TEXT, published TEXT,
    published_earliest TEXT, published_latest TEXT, captured TEXT, sha256 TEXT, derived_from INTEGER, relation TEXT,
    note TEXT,
    nonce BLOB DEFAULT (zeroblob(16)), leaf BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (id, revision)
) STRICT;
INSERT INTO source_history
    (revision, id, kind, title, publisher, url, language, published, published_earliest, published_latest, captured,
    sha256, derived_from, relation, note)
SELECT revision, id, kind, title, publisher, url, language, published, published_earliest, published_latest, captured,
       sha256, derived_from, relation, note FROM source ORDER BY revision, id;
CREATE INDEX source_history_revision ON source_history (revision);
CREATE INDEX source_history_derived_from ON source_history (derived_from) WHERE derived_from IS NOT NULL;
CREATE INDEX source_history_title ON source_history (title);
CREATE INDEX source_history_url ON source_history (url) WHERE url IS NOT NULL;
CREATE TRIGGER source_made AFTER INSERT ON source BEGIN
    INSERT INTO source_history
        (revision, id, kind, title, publisher, url, language, published, published_earliest, published_latest, captured,
        sha256, derived_from, relation, note)
    VALUES (NEW.revision, NEW.id, NEW.kind, NEW.title, NEW.publisher, NEW.url, NEW.language, NEW.published,
            NEW.published_earliest, NEW.published_latest, NEW.captured, NEW.sha256, NEW.derived_from, NEW.relation,
            NEW.note);
END;
CREATE TRIGGER source_changed AFTER UPDATE ON source BEGIN
    DELETE FROM source_history
    WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO source_history
        (revision, id, kind, title, publisher, url, language, published, published_earliest, published_latest, captured,
        sha256, derived_from, relation, note)
    VALUES (NEW.revision, NEW.id, NEW.kind, NEW.title, NEW.publisher, NEW.url, NEW.language, NEW.published,
            NEW.published_earliest, NEW.published_latest, NEW.captured, NEW.sha256, NEW.derived_from, NEW.relation,
            NEW.note);
END;
CREATE TRIGGER source_deleted AFTER DELETE ON source BEGIN
    DELETE FROM source_history
    WHERE id = OLD.id AND revision = (SELECT max(id) FROM revision);
    INSERT INTO source_history (revision, deleted, id)
    VALUES ((SELECT max(id) FROM revision), 1, OLD.id);
END;
DROP TRIGGER source_kept;
CREATE TRIGGER source_kept BEFORE DELETE ON source
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN source_history h ON h.revision = r.undoes
                  AND h.id = OLD.id
                  WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;
CREATE TRIGGER source_history_kept BEFORE UPDATE ON source_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision
     OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision) AND (
         NEW.leaf IS NOT OLD.leaf OR NEW.nonce IS NOT NULL OR
         (NEW.deleted, NEW.id, NEW.derived_from, NEW.relation)
         IS NOT (OLD.deleted, OLD.id, OLD.derived_from, OLD.relation) OR NOT EXISTS (
         SELECT 1 FROM redaction WHERE kind = 'source' AND record = OLD.id AND of_revision = OLD.revision
         AND revision > (SELECT max(revision) FROM seal)))
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER source_history_kept_whole BEFORE DELETE ON source_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER source_history_sealed BEFORE INSERT ON source_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision)
     OR EXISTS (SELECT 1 FROM source_history WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER source_as_known_at_change BEFORE UPDATE ON source
WHEN NOT EXISTS (SELECT 1 FROM source_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.kind, h.title, h.publisher, h.url, h.language, h.published, h.published_earliest, h.published_latest, h.captured,
        h.sha256, h.derived_from, h.relation, h.note)
    IS (OLD.kind, OLD.title, OLD.publisher, OLD.url, OLD.language, OLD.published, OLD.published_earliest,
        OLD.published_latest, OLD.captured, OLD.sha256, OLD.derived_from, OLD.relation, OLD.note))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER source_as_known_at_removal BEFORE DELETE ON source
WHEN NOT EXISTS (SELECT 1 FROM source_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.kind, h.title, h.publisher, h.url, h.language, h.published, h.published_earliest, h.published_latest, h.captured,
        h.sha256, h.derived_from, h.relation, h.note)
    IS (OLD.kind, OLD.title, OLD.publisher, OLD.url, OLD.language, OLD.published, OLD.published_earliest,
        OLD.published_latest, OLD.captured, OLD.sha256, OLD.derived_from, OLD.relation, OLD.note))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER source_id_once BEFORE INSERT ON source WHEN EXISTS (SELECT 1 FROM source_history WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM source WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'an id is never used again'); END;

-- programme ---------------------------------------------------------------------------------------------------------------
CREATE TABLE programme_history (
    version INTEGER PRIMARY KEY, revision INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    id INTEGER NOT NULL, launched TEXT, launched_earliest TEXT, launched_latest TEXT, launched_by TEXT, standing TEXT,
    standing_note TEXT,
    nonce BLOB DEFAULT (zeroblob(16)), leaf BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (id, revision)
) STRICT;
INSERT INTO programme_history
    (revision, id, launched, launched_earliest, launched_latest, launched_by, standing, standing_note)
SELECT revision, id, launched, launched_earliest, launched_latest, launched_by, standing, standing_note FROM programme ORDER BY revision, id;
CREATE INDEX programme_history_revision ON programme_history (revision);
CREATE TRIGGER programme_made AFTER INSERT ON programme BEGIN
    INSERT INTO programme_history
        (revision, id, launched, launched_earliest, launched_latest, launched_by, standing, standing_note)
    VALUES (NEW.revision, NEW.id, NEW.launched, NEW.launched_earliest, NEW.launched_latest, NEW.launched_by, NEW.standing,
            NEW.standing_note);
END;
CREATE TRIGGER programme_changed AFTER UPDATE ON programme BEGIN
    DELETE FROM programme_history
    WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO programme_history
        (revision, id, launched, launched_earliest, launched_latest, launched_by, standing, standing_note)
    VALUES (NEW.revision, NEW.id, NEW.launched, NEW.launched_earliest, NEW.launched_latest, NEW.launched_by, NEW.standing,
            NEW.standing_note);
END;
CREATE TRIGGER programme_deleted AFTER DELETE ON programme BEGIN
    DELETE FROM programme_history
    WHERE id = OLD.id AND revision = (SELECT max(id) FROM revision);
    INSERT INTO programme_history (revision, deleted, id)
    VALUES ((SELECT max(id) FROM revision), 1, OLD.id);
END;
DROP TRIGGER programme_kept;
CREATE TRIGGER programme_kept BEFORE DELETE ON programme
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN programme_history h ON h.revision = r.undoes
                  AND h.id = OLD.id
                  WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;
CREATE TRIGGER programme_history_kept BEFORE UPDATE ON programme_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision
     OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision) AND (
         NEW.leaf IS NOT OLD.leaf OR NEW.nonce IS NOT NULL OR
         (NEW.deleted, NEW.id, NEW.standing)
         IS NOT (OLD.deleted, OLD.id, OLD.standing) OR NOT EXISTS (
         SELECT 1 FROM redaction WHERE kind = 'programme' AND record = OLD.id AND of_revision = OLD.revision
         AND revision > (SELECT max(revision) FROM seal)))
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER programme_history_kept_whole BEFORE DELETE ON programme_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER programme_history_sealed BEFORE INSERT ON programme_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision)
     OR EXISTS (SELECT 1 FROM programme_history WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER programme_as_known_at_change BEFORE UPDATE ON programme
WHEN NOT EXISTS (SELECT 1 FROM programme_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.launched, h.launched_earliest, h.launched_latest, h.launched_by, h.standing, h.standing_note)
    IS (OLD.launched, OLD.launched_earliest, OLD.launched_latest, OLD.launched_by, OLD.standing, OLD.standing_note))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER programme_as_known_at_removal BEFORE DELETE ON programme
WHEN NOT EXISTS (SELECT 1 FROM programme_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.launched, h.launched_earliest, h.launched_latest, h.launched_by, h.standing, h.standing_note)
    IS (OLD.launched, OLD.launched_earliest, OLD.launched_latest, OLD.launched_by, OLD.standing, OLD.standing_note))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER programme_id_once BEFORE INSERT ON programme WHEN EXISTS (SELECT 1 FROM programme_history WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM programme WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'an id is never used again'); END;

-- unit --------------------------------------------------------------------------------------------------------------------
CREATE TABLE unit_history (
    version INTEGER PRIMARY KEY, revision INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    id INTEGER NOT NULL, kind TEXT, region_code TEXT, programme_id INTEGER, part_of INTEGER, ordinal INTEGER, standing
    TEXT, standing_note TEXT,
    nonce BLOB DEFAULT (zeroblob(16)), leaf BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (id, revision)
) STRICT;
INSERT INTO unit_history
    (revision, id, kind, region_code, programme_id, part_of, ordinal, standing, standing_note)
SELECT revision, id, kind, region_code, programme_id, part_of, ordinal, standing, standing_note FROM unit ORDER BY revision, id;
CREATE INDEX unit_history_revision ON unit_history (revision);
CREATE INDEX unit_history_region_code ON unit_history (region_code);
CREATE INDEX unit_history_programme_id ON unit_history (programme_id);
CREATE INDEX unit_history_part_of ON unit_history (part_of) WHERE part_of IS NOT NULL;
CREATE INDEX unit_history_standing ON unit_history (standing);
CREATE TRIGGER unit_made AFTER INSERT ON unit BEGIN
    INSERT INTO unit_history
        (revision, id, kind, region_code, programme_id, part_of, ordinal, standing, standing_note)
    VALUES (NEW.revision, NEW.id, NEW.kind, NEW.region_code, NEW.programme_id, NEW.part_of, NEW.ordinal, NEW.standing,
            NEW.standing_note);
END;
CREATE TRIGGER unit_changed AFTER UPDATE ON unit BEGIN
    DELETE FROM unit_history
    WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO unit_history
        (revision, id, kind, region_code, programme_id, part_of, ordinal, standing, standing_note)
    VALUES (NEW.revision, NEW.id, NEW.kind, NEW.region_code, NEW.programme_id, NEW.part_of, NEW.ordinal, NEW.standing,
            NEW.standing_note);
END;
CREATE TRIGGER unit_deleted AFTER DELETE ON unit BEGIN
    DELETE FROM unit_history
    WHERE id = OLD.id AND revision = (SELECT max(id) FROM revision);
    INSERT INTO unit_history (revision, deleted, id)
    VALUES ((SELECT max(id) FROM revision), 1, OLD.id);
END;
DROP TRIGGER unit_kept;
CREATE TRIGGER unit_kept BEFORE DELETE ON unit
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN unit_history h ON h.revision = r.undoes
                  AND h.id = OLD.id
                  WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;
CREATE TRIGGER unit_history_kept BEFORE UPDATE ON unit_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision
     OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision) AND (
         NEW.leaf IS NOT OLD.leaf OR NEW.nonce IS NOT NULL OR
         (NEW.deleted, NEW.id, NEW.kind, NEW.region_code, NEW.programme_id, NEW.part_of, NEW.standing)
         IS NOT (OLD.deleted, OLD.id, OLD.kind, OLD.region_code, OLD.programme_id, OLD.part_of, OLD.standing) OR NOT EXISTS (
         SELECT 1 FROM redaction WHERE kind = 'unit' AND record = OLD.id AND of_revision = OLD.revision
         AND revision > (SELECT max(revision) FROM seal)))
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER unit_history_kept_whole BEFORE DELETE ON unit_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER unit_history_sealed BEFORE INSERT ON unit_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision)
     OR EXISTS (SELECT 1 FROM unit_history WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER unit_as_known_at_change BEFORE UPDATE ON unit
WHEN NOT EXISTS (SELECT 1 FROM unit_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.kind, h.region_code, h.programme_id, h.part_of, h.ordinal, h.standing, h.standing_note)
    IS (OLD.kind, OLD.region_code, OLD.programme_id, OLD.part_of, OLD.ordinal, OLD.standing, OLD.standing_note))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER unit_as_known_at_removal BEFORE DELETE ON unit
WHEN NOT EXISTS (SELECT 1 FROM unit_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.kind, h.region_code, h.programme_id, h.part_of, h.ordinal, h.standing, h.standing_note)
    IS (OLD.kind, OLD.region_code, OLD.programme_id, OLD.part_of, OLD.ordinal, OLD.standing, OLD.standing_note))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER unit_id_once BEFORE INSERT ON unit WHEN EXISTS (SELECT 1 FROM unit_history WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM unit WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'an id is never used again'); END;

-- official ----------------------------------------------------------------------------------------------------------------
CREATE TABLE official_history (
    version INTEGER PRIMARY KEY, revision INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    id INTEGER NOT NULL, standing TEXT, standing_note TEXT,
    nonce BLOB DEFAULT (zeroblob(16)), leaf BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (id, revision)
) STRICT;
INSERT INTO official_history
    (revision, id, standing, standing_note)
SELECT revision, id, standing, standing_note FROM official ORDER BY revision, id;
CREATE INDEX official_history_revision ON official_history (revision);
CREATE INDEX official_history_standing ON official_history (standing);
CREATE TRIGGER official_made AFTER INSERT ON official BEGIN
    INSERT INTO official_history
        (revision, id, standing, standing_note)
    VALUES (NEW.revision, NEW.id, NEW.standing, NEW.standing_note);
END;
CREATE TRIGGER official_changed AFTER UPDATE ON official BEGIN
    DELETE FROM official_history
    WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO official_history
        (revision, id, standing, standing_note)
    VALUES (NEW.revision, NEW.id, NEW.standing, NEW.standing_note);
END;
CREATE TRIGGER official_deleted AFTER DELETE ON official BEGIN
    DELETE FROM official_history
    WHERE id = OLD.id AND revision = (SELECT max(id) FROM revision);
    INSERT INTO official_history (revision, deleted, id)
    VALUES ((SELECT max(id) FROM revision), 1, OLD.id);
END;
DROP TRIGGER official_kept;
CREATE TRIGGER official_kept BEFORE DELETE ON official
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN official_history h ON h.revision = r.undoes
                  AND h.id = OLD.id
                  WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;
CREATE TRIGGER official_history_kept BEFORE UPDATE ON official_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision
     OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision) AND (
         NEW.leaf IS NOT OLD.leaf OR NEW.nonce IS NOT NULL OR
         (NEW.deleted, NEW.id, NEW.standing)
         IS NOT (OLD.deleted, OLD.id, OLD.standing) OR NOT EXISTS (
         SELECT 1 FROM redaction WHERE kind = 'official' AND record = OLD.id AND of_revision = OLD.revision
         AND revision > (SELECT max(revision) FROM seal)))
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER official_history_kept_whole BEFORE DELETE ON official_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER official_history_sealed BEFORE INSERT ON official_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision)
     OR EXISTS (SELECT 1 FROM official_history WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER official_as_known_at_change BEFORE UPDATE ON official
WHEN NOT EXISTS (SELECT 1 FROM official_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.standing, h.standing_note)
    IS (OLD.standing, OLD.standing_note))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER official_as_known_at_removal BEFORE DELETE ON official
WHEN NOT EXISTS (SELECT 1 FROM official_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.standing, h.standing_note)
    IS (OLD.standing, OLD.standing_note))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER official_id_once BEFORE INSERT ON official WHEN EXISTS (SELECT 1 FROM official_history WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM official WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'an id is never used again'); END;

-- post --------------------------------------------------------------------------------------------------------------------
CREATE TABLE post_history (
    version INTEGER PRIMARY KEY, revision INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    id INTEGER NOT NULL, official_id INTEGER, title TEXT, kind TEXT, level TEXT, body TEXT, region_code TEXT, standing
    TEXT, standing_note TEXT,
    nonce BLOB DEFAULT (zeroblob(16)), leaf BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (id, revision)
) STRICT;
INSERT INTO post_history
    (revision, id, official_id, title, kind, level, body, region_code, standing, standing_note)
SELECT revision, id, official_id, title, kind, level, body, region_code, standing, standing_note FROM post ORDER BY revision, id;
CREATE INDEX post_history_revision ON post_history (revision);
CREATE INDEX post_history_official_id ON post_history (official_id);
CREATE INDEX post_history_region_code ON post_history (region_code);
CREATE INDEX post_history_standing ON post_history (standing);
CREATE TRIGGER post_made AFTER INSERT ON post BEGIN
    INSERT INTO post_history
        (revision, id, official_id, title, kind, level, body, region_code, standing, standing_note)
    VALUES (NEW.revision, NEW.id, NEW.official_id, NEW.title, NEW.kind, NEW.level, NEW.body, NEW.region_code, NEW.standing,
            NEW.standing_note);
END;
CREATE TRIGGER post_changed AFTER UPDATE ON post BEGIN
    DELETE FROM post_history
    WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO post_history
        (revision, id, official_id, title, kind, level, body, region_code, standing, standing_note)
    VALUES (NEW.revision, NEW.id, NEW.official_id, NEW.title, NEW.kind, NEW.level, NEW.body, NEW.region_code, NEW.standing,
            NEW.standing_note);
END;
CREATE TRIGGER post_deleted AFTER DELETE ON post BEGIN
    DELETE FROM post_history
    WHERE id = OLD.id AND revision = (SELECT max(id) FROM revision);
    INSERT INTO post_history (revision, deleted, id)
    VALUES ((SELECT max(id) FROM revision), 1, OLD.id);
END;
DROP TRIGGER post_kept;
CREATE TRIGGER post_kept BEFORE DELETE ON post
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN post_history h ON h.revision = r.undoes
                  AND h.id = OLD.id
                  WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;
CREATE TRIGGER post_history_kept BEFORE UPDATE ON post_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision
     OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision) AND (
         NEW.leaf IS NOT OLD.leaf OR NEW.nonce IS NOT NULL OR
         (NEW.deleted, NEW.id, NEW.official_id, NEW.standing)
         IS NOT (OLD.deleted, OLD.id, OLD.official_id, OLD.standing) OR NOT EXISTS (
         SELECT 1 FROM redaction WHERE kind = 'post' AND record = OLD.id AND of_revision = OLD.revision
         AND revision > (SELECT max(revision) FROM seal)))
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER post_history_kept_whole BEFORE DELETE ON post_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER post_history_sealed BEFORE INSERT ON post_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision)
     OR EXISTS (SELECT 1 FROM post_history WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER post_as_known_at_change BEFORE UPDATE ON post
WHEN NOT EXISTS (SELECT 1 FROM post_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.official_id, h.title, h.kind, h.level, h.body, h.region_code, h.standing, h.standing_note)
    IS (OLD.official_id, OLD.title, OLD.kind, OLD.level, OLD.body, OLD.region_code, OLD.standing, OLD.standing_note))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER post_as_known_at_removal BEFORE DELETE ON post
WHEN NOT EXISTS (SELECT 1 FROM post_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.official_id, h.title, h.kind, h.level, h.body, h.region_code, h.standing, h.standing_note)
    IS (OLD.official_id, OLD.title, OLD.kind, OLD.level, OLD.body, OLD.region_code, OLD.standing, OLD.standing_note))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER post_id_once BEFORE INSERT ON post WHEN EXISTS (SELECT 1 FROM post_history WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM post WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'an id is never used again'); END;

-- enrollment --------------------------------------------------------------------------------------------------------------
CREATE TABLE enrollment_history (
    version INTEGER PRIMARY KEY, revision INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    id INTEGER NOT NULL, unit_id INTEGER, official_id INTEGER, group_who TEXT, group_level TEXT, group_kind TEXT,
    group_region TEXT, group_least INTEGER, group_most INTEGER, role TEXT, contract TEXT, concluded_by TEXT, standing
    TEXT, standing_note TEXT,
    nonce BLOB DEFAULT (zeroblob(16)), leaf BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (id, revision)
) STRICT;
INSERT INTO enrollment_history
    (revision, id, unit_id, official_id, group_who, group_level, group_kind, group_region, group_least, group_most, role,
    contract, concluded_by, standing, standing_note)
SELECT revision, id, unit_id, official_id, group_who, group_level, group_kind, group_region, group_least, group_most, role,
       contract, concluded_by, standing, standing_note FROM enrollment ORDER BY revision, id;
CREATE INDEX enrollment_history_revision ON enrollment_history (revision);
CREATE INDEX enrollment_history_unit_id ON enrollment_history (unit_id);
CREATE INDEX enrollment_history_official_id ON enrollment_history (official_id) WHERE official_id IS NOT NULL;
CREATE INDEX enrollment_history_group_region ON enrollment_history (group_region) WHERE group_region IS NOT NULL;
CREATE INDEX enrollment_history_standing ON enrollment_history (standing);
CREATE TRIGGER enrollment_made AFTER INSERT ON enrollment BEGIN
    INSERT INTO enrollment_history
        (revision, id, unit_id, official_id, group_who, group_level, group_kind, group_region, group_least, group_most, role,
        contract, concluded_by, standing, standing_note)
    VALUES (NEW.revision, NEW.id, NEW.unit_id, NEW.official_id, NEW.group_who, NEW.group_level, NEW.group_kind, NEW.group_region,
            NEW.group_least, NEW.group_most, NEW.role, NEW.contract, NEW.concluded_by, NEW.standing, NEW.standing_note);
END;
CREATE TRIGGER enrollment_changed AFTER UPDATE ON enrollment BEGIN
    DELETE FROM enrollment_history
    WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO enrollment_history
        (revision, id, unit_id, official_id, group_who, group_level, group_kind, group_region, group_least, group_most, role,
        contract, concluded_by, standing, standing_note)
    VALUES (NEW.revision, NEW.id, NEW.unit_id, NEW.official_id, NEW.group_who, NEW.group_level, NEW.group_kind, NEW.group_region,
            NEW.group_least, NEW.group_most, NEW.role, NEW.contract, NEW.concluded_by, NEW.standing, NEW.standing_note);
END;
CREATE TRIGGER enrollment_deleted AFTER DELETE ON enrollment BEGIN
    DELETE FROM enrollment_history
    WHERE id = OLD.id AND revision = (SELECT max(id) FROM revision);
    INSERT INTO enrollment_history (revision, deleted, id)
    VALUES ((SELECT max(id) FROM revision), 1, OLD.id);
END;
DROP TRIGGER enrollment_kept;
CREATE TRIGGER enrollment_kept BEFORE DELETE ON enrollment
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN enrollment_history h ON h.revision = r.undoes
                  AND h.id = OLD.id
                  WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;
CREATE TRIGGER enrollment_history_kept BEFORE UPDATE ON enrollment_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision
     OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision) AND (
         NEW.leaf IS NOT OLD.leaf OR NEW.nonce IS NOT NULL OR
         (NEW.deleted, NEW.id, NEW.unit_id)
         IS NOT (OLD.deleted, OLD.id, OLD.unit_id) OR NOT EXISTS (
         SELECT 1 FROM redaction WHERE kind = 'enrollment' AND record = OLD.id AND of_revision = OLD.revision
         AND revision > (SELECT max(revision) FROM seal)))
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER enrollment_history_kept_whole BEFORE DELETE ON enrollment_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER enrollment_history_sealed BEFORE INSERT ON enrollment_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision)
     OR EXISTS (SELECT 1 FROM enrollment_history WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER enrollment_as_known_at_change BEFORE UPDATE ON enrollment
WHEN NOT EXISTS (SELECT 1 FROM enrollment_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.unit_id, h.official_id, h.group_who, h.group_level, h.group_kind, h.group_region, h.group_least, h.group_most,
        h.role, h.contract, h.concluded_by, h.standing, h.standing_note)
    IS (OLD.unit_id, OLD.official_id, OLD.group_who, OLD.group_level, OLD.group_kind, OLD.group_region, OLD.group_least,
        OLD.group_most, OLD.role, OLD.contract, OLD.concluded_by, OLD.standing, OLD.standing_note))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER enrollment_as_known_at_removal BEFORE DELETE ON enrollment
WHEN NOT EXISTS (SELECT 1 FROM enrollment_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.unit_id, h.official_id, h.group_who, h.group_level, h.group_kind, h.group_region, h.group_least, h.group_most,
        h.role, h.contract, h.concluded_by, h.standing, h.standing_note)
    IS (OLD.unit_id, OLD.official_id, OLD.group_who, OLD.group_level, OLD.group_kind, OLD.group_region, OLD.group_least,
        OLD.group_most, OLD.role, OLD.contract, OLD.concluded_by, OLD.standing, OLD.standing_note))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER enrollment_id_once BEFORE INSERT ON enrollment WHEN EXISTS (SELECT 1 FROM enrollment_history WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM enrollment WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'an id is never used again'); END;

-- event -------------------------------------------------------------------------------------------------------------------
CREATE TABLE event_history (
    version INTEGER PRIMARY KEY, revision INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    id INTEGER NOT NULL, unit_id INTEGER, post_id INTEGER, enrollment_id INTEGER, facet TEXT, value TEXT, least INTEGER,
    most INTEGER, date TEXT, earliest TEXT, latest TEXT, cause TEXT, standing TEXT, standing_note TEXT,
    nonce BLOB DEFAULT (zeroblob(16)), leaf BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (id, revision)
) STRICT;
INSERT INTO event_history
    (revision, id, unit_id, post_id, enrollment_id, facet, value, least, most, date, earliest, latest, cause, standing,
    standing_note)
SELECT revision, id, unit_id, post_id, enrollment_id, facet, value, least, most, date, earliest, latest, cause, standing,
       standing_note FROM event ORDER BY revision, id;
CREATE INDEX event_history_revision ON event_history (revision);
CREATE INDEX event_history_unit_id ON event_history (unit_id, facet) WHERE unit_id IS NOT NULL;
CREATE INDEX event_history_post_id ON event_history (post_id, facet) WHERE post_id IS NOT NULL;
CREATE INDEX event_history_enrollment_id ON event_history (enrollment_id, facet) WHERE enrollment_id IS NOT NULL;
CREATE INDEX event_history_value ON event_history (value, facet); -- no facet alone: its rows are all events of a kind
CREATE TRIGGER event_made AFTER INSERT ON event BEGIN
    INSERT INTO event_history
        (revision, id, unit_id, post_id, enrollment_id, facet, value, least, most, date, earliest, latest, cause, standing,
        standing_note)
    VALUES (NEW.revision, NEW.id, NEW.unit_id, NEW.post_id, NEW.enrollment_id, NEW.facet, NEW.value, NEW.least, NEW.most,
            NEW.date, NEW.earliest, NEW.latest, NEW.cause, NEW.standing, NEW.standing_note);
END;
CREATE TRIGGER event_changed AFTER UPDATE ON event BEGIN
    DELETE FROM event_history
    WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO event_history
        (revision, id, unit_id, post_id, enrollment_id, facet, value, least, most, date, earliest, latest, cause, standing,
        standing_note)
    VALUES (NEW.revision, NEW.id, NEW.unit_id, NEW.post_id, NEW.enrollment_id, NEW.facet, NEW.value, NEW.least, NEW.most,
            NEW.date, NEW.earliest, NEW.latest, NEW.cause, NEW.standing, NEW.standing_note);
END;
CREATE TRIGGER event_deleted AFTER DELETE ON event BEGIN
    DELETE FROM event_history
    WHERE id = OLD.id AND revision = (SELECT max(id) FROM revision);
    INSERT INTO event_history (revision, deleted, id)
    VALUES ((SELECT max(id) FROM revision), 1, OLD.id);
END;
DROP TRIGGER event_kept;
CREATE TRIGGER event_kept BEFORE DELETE ON event
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN event_history h ON h.revision = r.undoes
                  AND h.id = OLD.id
                  WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;
CREATE TRIGGER event_history_kept BEFORE UPDATE ON event_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision
     OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision) AND (
         NEW.leaf IS NOT OLD.leaf OR NEW.nonce IS NOT NULL OR
         (NEW.deleted, NEW.id, NEW.unit_id, NEW.post_id, NEW.enrollment_id, NEW.facet)
         IS NOT (OLD.deleted, OLD.id, OLD.unit_id, OLD.post_id, OLD.enrollment_id, OLD.facet) OR NOT EXISTS (
         SELECT 1 FROM redaction WHERE kind = 'event' AND record = OLD.id AND of_revision = OLD.revision
         AND revision > (SELECT max(revision) FROM seal)))
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER event_history_kept_whole BEFORE DELETE ON event_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER event_history_sealed BEFORE INSERT ON event_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision)
     OR EXISTS (SELECT 1 FROM event_history WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER event_as_known_at_change BEFORE UPDATE ON event
WHEN NOT EXISTS (SELECT 1 FROM event_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.unit_id, h.post_id, h.enrollment_id, h.facet, h.value, h.least, h.most, h.date, h.earliest, h.latest, h.cause,
        h.standing, h.standing_note)
    IS (OLD.unit_id, OLD.post_id, OLD.enrollment_id, OLD.facet, OLD.value, OLD.least, OLD.most, OLD.date, OLD.earliest,
        OLD.latest, OLD.cause, OLD.standing, OLD.standing_note))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER event_as_known_at_removal BEFORE DELETE ON event
WHEN NOT EXISTS (SELECT 1 FROM event_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.unit_id, h.post_id, h.enrollment_id, h.facet, h.value, h.least, h.most, h.date, h.earliest, h.latest, h.cause,
        h.standing, h.standing_note)
    IS (OLD.unit_id, OLD.post_id, OLD.enrollment_id, OLD.facet, OLD.value, OLD.least, OLD.most, OLD.date, OLD.earliest,
        OLD.latest, OLD.cause, OLD.standing, OLD.standing_note))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER event_id_once BEFORE INSERT ON event WHEN EXISTS (SELECT 1 FROM event_history WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'an id is never used again'); END;

-- citation ----------------------------------------------------------------------------------------------------------------
CREATE TABLE citation_history (
    version INTEGER PRIMARY KEY, revision INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    id INTEGER NOT NULL, source_id INTEGER, region_code TEXT, programme_id INTEGER, unit_id INTEGER, official_id INTEGER,
    post_id INTEGER, enrollment_id INTEGER, event_id INTEGER, field TEXT, stated TEXT, stance TEXT, locator TEXT,
    quote TEXT, speaker TEXT, speech TEXT, standing TEXT, standing_note TEXT,
    nonce BLOB DEFAULT (zeroblob(16)), leaf BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (id, revision)
) STRICT;
INSERT INTO citation_history
    (revision, id, source_id, region_code, programme_id, unit_id, official_id, post_id, enrollment_id, event_id, field,
    stated, stance, locator, quote, speaker, speech, standing, standing_note)
SELECT revision, id, source_id, region_code, programme_id, unit_id, official_id, post_id, enrollment_id, event_id, field,
       stated, stance, locator, quote, speaker, speech, standing, standing_note FROM citation ORDER BY revision, id;
CREATE INDEX citation_history_revision ON citation_history (revision);
CREATE INDEX citation_history_source_id ON citation_history (source_id);
CREATE INDEX citation_history_stance ON citation_history (stance) WHERE stance = 'disputes';
CREATE INDEX citation_history_region_code ON citation_history (region_code) WHERE region_code IS NOT NULL;
CREATE INDEX citation_history_programme_id ON citation_history (programme_id) WHERE programme_id IS NOT NULL;
CREATE INDEX citation_history_unit_id ON citation_history (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX citation_history_official_id ON citation_history (official_id) WHERE official_id IS NOT NULL;
CREATE INDEX citation_history_post_id ON citation_history (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX citation_history_enrollment_id ON citation_history (enrollment_id) WHERE enrollment_id IS NOT NULL;
CREATE INDEX citation_history_event_id ON citation_history (event_id) WHERE event_id IS NOT NULL;
CREATE TRIGGER citation_made AFTER INSERT ON citation BEGIN
    INSERT INTO citation_history
        (revision, id, source_id, region_code, programme_id, unit_id, official_id, post_id, enrollment_id, event_id, field,
        stated, stance, locator, quote, speaker, speech, standing, standing_note)
    VALUES (NEW.revision, NEW.id, NEW.source_id, NEW.region_code, NEW.programme_id, NEW.unit_id, NEW.official_id, NEW.post_id,
            NEW.enrollment_id, NEW.event_id, NEW.field, NEW.stated, NEW.stance, NEW.locator, NEW.quote, NEW.speaker,
            NEW.speech, NEW.standing, NEW.standing_note);
END;
CREATE TRIGGER citation_changed AFTER UPDATE ON citation BEGIN
    DELETE FROM citation_history
    WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO citation_history
        (revision, id, source_id, region_code, programme_id, unit_id, official_id, post_id, enrollment_id, event_id, field,
        stated, stance, locator, quote, speaker, speech, standing, standing_note)
    VALUES (NEW.revision, NEW.id, NEW.source_id, NEW.region_code, NEW.programme_id, NEW.unit_id, NEW.official_id, NEW.post_id,
            NEW.enrollment_id, NEW.event_id, NEW.field, NEW.stated, NEW.stance, NEW.locator, NEW.quote, NEW.speaker,
            NEW.speech, NEW.standing, NEW.standing_note);
END;
CREATE TRIGGER citation_deleted AFTER DELETE ON citation BEGIN
    DELETE FROM citation_history
    WHERE id = OLD.id AND revision = (SELECT max(id) FROM revision);
    INSERT INTO citation_history (revision, deleted, id)
    VALUES ((SELECT max(id) FROM revision), 1, OLD.id);
END;
DROP TRIGGER citation_kept;
CREATE TRIGGER citation_kept BEFORE DELETE ON citation
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN citation_history h ON h.revision = r.undoes
                  AND h.id = OLD.id
                  WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;
CREATE TRIGGER citation_history_kept BEFORE UPDATE ON citation_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision
     OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision) AND (
         NEW.leaf IS NOT OLD.leaf OR NEW.nonce IS NOT NULL OR
         (NEW.deleted, NEW.id, NEW.source_id, NEW.region_code, NEW.programme_id, NEW.unit_id, NEW.official_id, NEW.post_id,
          NEW.enrollment_id, NEW.event_id, NEW.field, NEW.stance, NEW.standing)
         IS NOT (OLD.deleted, OLD.id, OLD.source_id, OLD.region_code, OLD.programme_id, OLD.unit_id, OLD.official_id,
                 OLD.post_id, OLD.enrollment_id, OLD.event_id, OLD.field, OLD.stance, OLD.standing) OR NOT EXISTS (
         SELECT 1 FROM redaction WHERE kind = 'citation' AND record = OLD.id AND of_revision = OLD.revision
         AND revision > (SELECT max(revision) FROM seal)))
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER citation_history_kept_whole BEFORE DELETE ON citation_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER citation_history_sealed BEFORE INSERT ON citation_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision)
     OR EXISTS (SELECT 1 FROM citation_history WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER citation_as_known_at_change BEFORE UPDATE ON citation
WHEN NOT EXISTS (SELECT 1 FROM citation_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.source_id, h.region_code, h.programme_id, h.unit_id, h.official_id, h.post_id, h.enrollment_id, h.event_id,
        h.field, h.stated, h.stance, h.locator, h.quote, h.speaker, h.speech, h.standing, h.standing_note)
    IS (OLD.source_id, OLD.region_code, OLD.programme_id, OLD.unit_id, OLD.official_id, OLD.post_id, OLD.enrollment_id,
        OLD.event_id, OLD.field, OLD.stated, OLD.stance, OLD.locator, OLD.quote, OLD.speaker, OLD.speech,
        OLD.standing, OLD.standing_note))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER citation_as_known_at_removal BEFORE DELETE ON citation
WHEN NOT EXISTS (SELECT 1 FROM citation_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.source_id, h.region_code, h.programme_id, h.unit_id, h.official_id, h.post_id, h.enrollment_id, h.event_id,
        h.field, h.stated, h.stance, h.locator, h.quote, h.speaker, h.speech, h.standing, h.standing_note)
    IS (OLD.source_id, OLD.region_code, OLD.programme_id, OLD.unit_id, OLD.official_id, OLD.post_id, OLD.enrollment_id,
        OLD.event_id, OLD.field, OLD.stated, OLD.stance, OLD.locator, OLD.quote, OLD.speaker, OLD.speech,
        OLD.standing, OLD.standing_note))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER citation_id_once BEFORE INSERT ON citation WHEN EXISTS (SELECT 1 FROM citation_history WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM citation WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'an id is never used again'); END;

-- name --------------------------------------------------------------------------------------------------------------------
CREATE TABLE name_history (
    version INTEGER PRIMARY KEY, revision INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    id INTEGER NOT NULL, region_code TEXT, programme_id INTEGER, unit_id INTEGER, official_id INTEGER, source_id INTEGER,
    text TEXT, folded TEXT, script TEXT, nature TEXT,
    nonce BLOB DEFAULT (zeroblob(16)), leaf BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (id, revision)
) STRICT;
INSERT INTO name_history
    (revision, id, region_code, programme_id, unit_id, official_id, source_id, text, folded, script, nature)
SELECT revision, id, region_code, programme_id, unit_id, official_id, source_id, text, folded, script, nature FROM name ORDER BY revision, id;
CREATE INDEX name_history_revision ON name_history (revision);
CREATE INDEX name_history_folded ON name_history (folded);
CREATE INDEX name_history_region_code ON name_history (region_code, nature) WHERE region_code IS NOT NULL;
CREATE INDEX name_history_programme_id ON name_history (programme_id, nature) WHERE programme_id IS NOT NULL;
CREATE INDEX name_history_unit_id ON name_history (unit_id, nature) WHERE unit_id IS NOT NULL;
CREATE INDEX name_history_official_id ON name_history (official_id, nature) WHERE official_id IS NOT NULL;
CREATE TRIGGER name_made AFTER INSERT ON name BEGIN
    INSERT INTO name_history
        (revision, id, region_code, programme_id, unit_id, official_id, source_id, text, folded, script, nature)
    VALUES (NEW.revision, NEW.id, NEW.region_code, NEW.programme_id, NEW.unit_id, NEW.official_id, NEW.source_id, NEW.text,
            NEW.folded, NEW.script, NEW.nature);
END;
CREATE TRIGGER name_changed AFTER UPDATE ON name BEGIN
    DELETE FROM name_history
    WHERE id = NEW.id AND revision = NEW.revision;
    INSERT INTO name_history
        (revision, id, region_code, programme_id, unit_id, official_id, source_id, text, folded, script, nature)
    VALUES (NEW.revision, NEW.id, NEW.region_code, NEW.programme_id, NEW.unit_id, NEW.official_id, NEW.source_id, NEW.text,
            NEW.folded, NEW.script, NEW.nature);
END;
CREATE TRIGGER name_deleted AFTER DELETE ON name BEGIN
    DELETE FROM name_history
    WHERE id = OLD.id AND revision = (SELECT max(id) FROM revision);
    INSERT INTO name_history (revision, deleted, id)
    VALUES ((SELECT max(id) FROM revision), 1, OLD.id);
END;
DROP TRIGGER name_kept;
CREATE TRIGGER name_kept BEFORE DELETE ON name
WHEN NOT EXISTS (SELECT 1 FROM reversal r JOIN name_history h ON h.revision = r.undoes
                  AND h.id = OLD.id
                  WHERE r.revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;
CREATE TRIGGER name_history_kept BEFORE UPDATE ON name_history
WHEN NEW.version IS NOT OLD.version OR NEW.revision IS NOT OLD.revision
     OR EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision) AND (
         NEW.leaf IS NOT OLD.leaf OR NEW.nonce IS NOT NULL OR
         (NEW.deleted, NEW.id, NEW.region_code, NEW.programme_id, NEW.unit_id, NEW.official_id, NEW.source_id, NEW.nature)
         IS NOT (OLD.deleted, OLD.id, OLD.region_code, OLD.programme_id, OLD.unit_id, OLD.official_id, OLD.source_id,
                 OLD.nature) OR NOT EXISTS (
         SELECT 1 FROM redaction WHERE kind = 'name' AND record = OLD.id AND of_revision = OLD.revision
         AND revision > (SELECT max(revision) FROM seal)))
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER name_history_kept_whole BEFORE DELETE ON name_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
CREATE TRIGGER name_history_sealed BEFORE INSERT ON name_history
WHEN EXISTS (SELECT 1 FROM seal WHERE revision >= NEW.revision)
     OR EXISTS (SELECT 1 FROM name_history WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a sealed revision takes no more changes; every write is a new revision'); END;
CREATE TRIGGER name_as_known_at_change BEFORE UPDATE ON name
WHEN NOT EXISTS (SELECT 1 FROM name_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.region_code, h.programme_id, h.unit_id, h.official_id, h.source_id, h.text, h.folded, h.script, h.nature)
    IS (OLD.region_code, OLD.programme_id, OLD.unit_id, OLD.official_id, OLD.source_id, OLD.text, OLD.folded, OLD.script,
        OLD.nature))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER name_as_known_at_removal BEFORE DELETE ON name
WHEN NOT EXISTS (SELECT 1 FROM name_history h WHERE h.id = OLD.id AND h.revision = OLD.revision AND h.deleted = 0 AND
       (h.region_code, h.programme_id, h.unit_id, h.official_id, h.source_id, h.text, h.folded, h.script, h.nature)
    IS (OLD.region_code, OLD.programme_id, OLD.unit_id, OLD.official_id, OLD.source_id, OLD.text, OLD.folded, OLD.script,
        OLD.nature))
BEGIN SELECT RAISE(ABORT, 'the record is not as its history has it; ''muster verify'' names what was changed'); END;
CREATE TRIGGER name_id_once BEFORE INSERT ON name WHEN EXISTS (SELECT 1 FROM name_history WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM name WHERE id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM reversal WHERE revision > (SELECT max(revision) FROM seal))
BEGIN SELECT RAISE(ABORT, 'an id is never used again'); END;
