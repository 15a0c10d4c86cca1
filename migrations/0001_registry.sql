-- The registry, as it stands at schema 1. Plain SQL, never edited once landed.
--
-- Conventions, held everywhere below:
--   * day          TEXT 'YYYY-MM-DD', proleptic Gregorian, years 0000 to 9999; a real day (x IS date(x, '+0 days'): without the
--                 modifier SQLite lets 2025-02-30 through); NULL is an open side.
--   * EDTF         TEXT as written by a person, ISO 8601-2 / EDTF; the library computes the two days beside it.
--   * revision     the revision that made or last changed the row; always the newest one, so no write stands outside one.
--   * a CHECK's name and a trigger's message are sentences: they are what a person reads when the rule refuses.
--   * what is cited is inserted after its citations; the citation's foreign key waits for the end of the transaction.

PRAGMA application_id = 1297306706; -- 0x4D535452, 'MSTR'

CREATE TABLE revision (
    id     INTEGER PRIMARY KEY,      -- 1, 2, 3 … without gaps
    at     TEXT NOT NULL             -- UTC, 'YYYY-MM-DDTHH:MM:SSZ'
           CONSTRAINT "a revision's time is written YYYY-MM-DDTHH:MM:SSZ"
           CHECK (at IS strftime('%Y-%m-%dT%H:%M:%SZ', at, '+0 days')),
    author TEXT NOT NULL             -- who wrote it; 1 to 200 characters
           CONSTRAINT "a revision has an author of at most 200 characters" CHECK (length(trim(author)) BETWEEN 1 AND 200),
    reason TEXT NOT NULL             -- why; 1 to 2000 characters
           CONSTRAINT "a revision has a reason of at most 2000 characters" CHECK (length(trim(reason)) BETWEEN 1 AND 2000)
) STRICT;

CREATE TABLE region (
    code             TEXT PRIMARY KEY NOT NULL,  -- ISO 3166-2; a district: its region's code, '/', a word
    revision         INTEGER NOT NULL REFERENCES revision (id),
    parent           TEXT REFERENCES region (code), -- a district's region; NULL at the first level
    kind             TEXT NOT NULL               -- oblast, krai, republic, district …; free, countries differ
                     CONSTRAINT "a region's kind has 1 to 100 characters" CHECK (length(trim(kind)) BETWEEN 1 AND 100),
    federal_district TEXT CONSTRAINT "a federal district has 1 to 100 characters"
                     CHECK (length(trim(federal_district)) BETWEEN 1 AND 100), -- NULL: none, or not known
    number           TEXT CONSTRAINT "a region's number has 1 to 10 characters"
                     CHECK (length(trim(number)) BETWEEN 1 AND 10), -- vehicle-plate number, '39'; NULL: none
    CONSTRAINT "a first-level region's code is written as ISO 3166-2 has it, and a district's begins with its region's code and '/'"
    CHECK (CASE WHEN parent IS NULL
           THEN code GLOB '[A-Z][A-Z]-[A-Z0-9]*' AND length(code) BETWEEN 4 AND 6 AND substr(code, 4) NOT GLOB '*[^A-Z0-9]*'
           ELSE substr(code, 1, length(parent) + 1) = parent || '/'
                AND length(code) BETWEEN length(parent) + 2 AND 80 AND parent NOT LIKE '%/%'
                AND substr(code, length(parent) + 2) NOT GLOB '*[^a-z0-9-]*' END)
) STRICT;
CREATE INDEX region_parent ON region (parent);
CREATE INDEX region_federal_district ON region (federal_district);

CREATE TABLE foreign_neighbour (
    region_code TEXT NOT NULL REFERENCES region (code),
    country     TEXT NOT NULL CONSTRAINT "a country is two capital letters, by ISO 3166-1" CHECK (country GLOB '[A-Z][A-Z]'),
    border      TEXT NOT NULL CONSTRAINT "a border is land or maritime" CHECK (border IN ('land', 'maritime')),
    revision    INTEGER NOT NULL REFERENCES revision (id),
    note        TEXT CONSTRAINT "a note has 1 to 2000 characters" CHECK (length(note) BETWEEN 1 AND 2000),
    PRIMARY KEY (region_code, country, border)
) STRICT, WITHOUT ROWID;
CREATE INDEX foreign_neighbour_country ON foreign_neighbour (country, border);

CREATE TABLE bloc_member (
    bloc     TEXT NOT NULL CONSTRAINT "a bloc has 1 to 50 characters" CHECK (length(trim(bloc)) BETWEEN 1 AND 50), -- 'NATO'
    country  TEXT NOT NULL CONSTRAINT "a country is two capital letters, by ISO 3166-1" CHECK (country GLOB '[A-Z][A-Z]'),
    since    TEXT NOT NULL CONSTRAINT "membership begins on a real day" CHECK (since IS date(since, '+0 days')), -- first day
    until    TEXT CONSTRAINT "membership ends on a real day, not before it began"
             CHECK (until IS date(until, '+0 days') AND until >= since), -- last day; NULL: still a member
    revision INTEGER NOT NULL REFERENCES revision (id),
    PRIMARY KEY (bloc, country, since)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    id           INTEGER PRIMARY KEY, -- S1, S2 …
    revision     INTEGER NOT NULL REFERENCES revision (id),
    kind         TEXT NOT NULL CONSTRAINT "a source's kind is one of the closed list"
                 CHECK (kind IN ('official_channel', 'official_document', 'state_agency', 'regional_media', 'national_media',
                                 'foreign_media', 'think_tank', 'ngo', 'rewrite', 'other')),
    title        TEXT NOT NULL CONSTRAINT "a source's title has 1 to 500 characters" CHECK (length(trim(title)) BETWEEN 1 AND 500),
    publisher    TEXT CONSTRAINT "a publisher has 1 to 200 characters" CHECK (length(trim(publisher)) BETWEEN 1 AND 200), -- NULL: not printed
    url          TEXT CONSTRAINT "an address has 1 to 2000 characters" CHECK (length(url) BETWEEN 1 AND 2000), -- NULL: not known
    language     TEXT CONSTRAINT "a language is a code of two or three small letters"
                 CHECK (length(language) BETWEEN 2 AND 3 AND language NOT GLOB '*[^a-z]*'), -- ISO 639; NULL: not known
    published          TEXT CONSTRAINT "a date has 1 to 200 characters of EDTF"
                        CHECK (length(published) BETWEEN 1 AND 200 AND published NOT GLOB '*[^]0-9XYE?~%/,.{}[-]*'), -- EDTF; NULL: not printed
    published_earliest TEXT CONSTRAINT "the first day is real" CHECK (published_earliest IS date(published_earliest, '+0 days')), -- day
    published_latest   TEXT CONSTRAINT "the last day is real" CHECK (published_latest IS date(published_latest, '+0 days')), -- day
    captured           TEXT CONSTRAINT "the day of capture is real" CHECK (captured IS date(captured, '+0 days')), -- day; NULL: not held
    sha256       TEXT CONSTRAINT "a SHA-256 is 64 small hexadecimal digits"
                 CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'), -- of the captured text; NULL: not held
    derived_from INTEGER REFERENCES source (id) -- the source this one repeats; NULL: its own word, or not known
                 CONSTRAINT "a source is not derived from itself" CHECK (derived_from <> id),
    relation     TEXT CONSTRAINT "a relation is one of the closed list"
                 CHECK (relation IN ('quotes', 'translates', 'rewrites', 'copies', 'follows')),
    note         TEXT CONSTRAINT "a note has 1 to 2000 characters" CHECK (length(note) BETWEEN 1 AND 2000),
    CONSTRAINT "a date's first day is not after its last, and neither stands without the date"
    CHECK ((published_earliest IS NULL OR published_latest IS NULL OR published_earliest <= published_latest)
           AND (published IS NOT NULL OR (published_earliest IS NULL AND published_latest IS NULL))),
    CONSTRAINT "a source says how it is derived exactly when it says from what"
    CHECK ((relation IS NULL) = (derived_from IS NULL))
) STRICT;
CREATE INDEX source_derived_from ON source (derived_from) WHERE derived_from IS NOT NULL;
CREATE INDEX source_title ON source (title);
CREATE INDEX source_url ON source (url) WHERE url IS NOT NULL;

CREATE TABLE programme (
    id                INTEGER PRIMARY KEY, -- G1, G2 …
    revision          INTEGER NOT NULL REFERENCES revision (id),
    launched           TEXT CONSTRAINT "a date has 1 to 200 characters of EDTF"
                        CHECK (length(launched) BETWEEN 1 AND 200 AND launched NOT GLOB '*[^]0-9XYE?~%/,.{}[-]*'), -- EDTF; NULL: not known
    launched_earliest TEXT CONSTRAINT "the first day is real" CHECK (launched_earliest IS date(launched_earliest, '+0 days')), -- day
    launched_latest   TEXT CONSTRAINT "the last day is real" CHECK (launched_latest IS date(launched_latest, '+0 days')), -- day
    launched_by       TEXT CONSTRAINT "who launched it has 1 to 200 characters" CHECK (length(trim(launched_by)) BETWEEN 1 AND 200),
    standing          TEXT NOT NULL DEFAULT 'accepted' CONSTRAINT "a standing is accepted, disputed, needs work or rejected"
                      CHECK (standing IN ('accepted', 'disputed', 'needs_work', 'rejected')),
    standing_note     TEXT CONSTRAINT "a standing's note has 1 to 2000 characters" CHECK (length(trim(standing_note)) BETWEEN 1 AND 2000),
    CONSTRAINT "a date's first day is not after its last, and neither stands without the date"
    CHECK ((launched_earliest IS NULL OR launched_latest IS NULL OR launched_earliest <= launched_latest)
           AND (launched IS NOT NULL OR (launched_earliest IS NULL AND launched_latest IS NULL))),
    CONSTRAINT "a standing other than accepted has a note that says why" CHECK (standing = 'accepted' OR standing_note IS NOT NULL)
) STRICT;

CREATE TABLE unit (
    id            INTEGER PRIMARY KEY, -- U1, U2 …
    revision      INTEGER NOT NULL REFERENCES revision (id),
    kind          TEXT NOT NULL CONSTRAINT "a unit's kind is one of the closed list"
                  CHECK (kind IN ('numbered', 'regional', 'regional_number', 'regional_abbrev', 'subunit', 'unnamed', 'other')),
    region_code   TEXT REFERENCES region (code),       -- NULL: belongs to no region, or not known
    programme_id  INTEGER REFERENCES programme (id),   -- NULL: none, or not known
    part_of       INTEGER REFERENCES unit (id)         -- the unit a subunit is inside of
                  CONSTRAINT "a unit is not a part of itself" CHECK (part_of <> id),
    ordinal       INTEGER CONSTRAINT "a claimed ordinal is a whole number from 1 to 1000"
                  CHECK (ordinal BETWEEN 1 AND 1000),  -- 5: 'the fifth region to have such a unit', as claimed
    standing      TEXT NOT NULL DEFAULT 'accepted' CONSTRAINT "a standing is accepted, disputed, needs work or rejected"
                  CHECK (standing IN ('accepted', 'disputed', 'needs_work', 'rejected')),
    standing_note TEXT CONSTRAINT "a standing's note has 1 to 2000 characters" CHECK (length(trim(standing_note)) BETWEEN 1 AND 2000),
    CONSTRAINT "an unnamed unit stands in a region" CHECK (kind <> 'unnamed' OR region_code IS NOT NULL),
    CONSTRAINT "a subunit says what unit it is part of, and no other unit does" CHECK ((kind = 'subunit') = (part_of IS NOT NULL)),
    CONSTRAINT "a standing other than accepted has a note that says why" CHECK (standing = 'accepted' OR standing_note IS NOT NULL)
) STRICT;
CREATE INDEX unit_region ON unit (region_code);
CREATE INDEX unit_programme ON unit (programme_id);
CREATE INDEX unit_part_of ON unit (part_of) WHERE part_of IS NOT NULL;
CREATE INDEX unit_standing ON unit (standing);

CREATE TABLE official (
    id            INTEGER PRIMARY KEY, -- O1, O2 …
    revision      INTEGER NOT NULL REFERENCES revision (id),
    standing      TEXT NOT NULL DEFAULT 'accepted' CONSTRAINT "a standing is accepted, disputed, needs work or rejected"
                  CHECK (standing IN ('accepted', 'disputed', 'needs_work', 'rejected')),
    standing_note TEXT CONSTRAINT "a standing's note has 1 to 2000 characters" CHECK (length(trim(standing_note)) BETWEEN 1 AND 2000),
    CONSTRAINT "a standing other than accepted has a note that says why" CHECK (standing = 'accepted' OR standing_note IS NOT NULL)
) STRICT;
CREATE INDEX official_standing ON official (standing);

CREATE TABLE post (
    id            INTEGER PRIMARY KEY, -- P1, P2 …
    revision      INTEGER NOT NULL REFERENCES revision (id),
    official_id   INTEGER NOT NULL REFERENCES official (id) DEFERRABLE INITIALLY DEFERRED,
    title         TEXT NOT NULL CONSTRAINT "a post's title has 1 to 200 characters" CHECK (length(trim(title)) BETWEEN 1 AND 200),
    kind          TEXT NOT NULL CONSTRAINT "a post's kind is one of the closed list"
                  CHECK (kind IN ('head_of_region', 'acting_head_of_region', 'deputy_head_of_region', 'regional_minister',
                                  'chief_of_staff', 'head_of_municipality', 'head_of_local_administration',
                                  'deputy_head_of_municipality', 'regional_deputy', 'local_deputy', 'federal_legislator',
                                  'head_of_institution', 'military_commissar', 'other')),
    level         TEXT CONSTRAINT "a post's level is federal, regional or municipal"
                  CHECK (level IN ('federal', 'regional', 'municipal')), -- NULL: not known
    body          TEXT CONSTRAINT "a post's body has 1 to 200 characters" CHECK (length(trim(body)) BETWEEN 1 AND 200), -- NULL: not stated
    region_code   TEXT REFERENCES region (code),  -- NULL: a federal post of no region, or not known
    standing      TEXT NOT NULL DEFAULT 'accepted' CONSTRAINT "a standing is accepted, disputed, needs work or rejected"
                  CHECK (standing IN ('accepted', 'disputed', 'needs_work', 'rejected')),
    standing_note TEXT CONSTRAINT "a standing's note has 1 to 2000 characters" CHECK (length(trim(standing_note)) BETWEEN 1 AND 2000),
    CONSTRAINT "a standing other than accepted has a note that says why" CHECK (standing = 'accepted' OR standing_note IS NOT NULL)
) STRICT;
CREATE INDEX post_official ON post (official_id);
CREATE INDEX post_region ON post (region_code);
CREATE INDEX post_standing ON post (standing);

CREATE TABLE enrollment (
    id            INTEGER PRIMARY KEY, -- E1, E2 …
    revision      INTEGER NOT NULL REFERENCES revision (id),
    unit_id       INTEGER NOT NULL REFERENCES unit (id),
    official_id   INTEGER REFERENCES official (id),
    group_who     TEXT CONSTRAINT "a group is named in 1 to 300 characters" CHECK (length(trim(group_who)) BETWEEN 1 AND 300), -- in the source's words
    group_level   TEXT CONSTRAINT "a group's level is federal, regional or municipal"
                  CHECK (group_level IN ('federal', 'regional', 'municipal')),
    group_kind    TEXT CONSTRAINT "a group's kind of post is one of the closed list"
                  CHECK (group_kind IN ('head_of_region', 'acting_head_of_region', 'deputy_head_of_region', 'regional_minister',
                                        'chief_of_staff', 'head_of_municipality', 'head_of_local_administration',
                                        'deputy_head_of_municipality', 'regional_deputy', 'local_deputy', 'federal_legislator',
                                        'head_of_institution', 'military_commissar', 'other')),
    group_region  TEXT REFERENCES region (code),
    group_least   INTEGER CONSTRAINT "a group's least is a whole number of people from 1 to 1000000"
                  CHECK (group_least BETWEEN 1 AND 1000000),
    group_most    INTEGER CONSTRAINT "a group's most is a whole number of people up to 1000000, not below its least"
                  CHECK (group_most BETWEEN 1 AND 1000000 AND group_most >= group_least), -- NULL: unknown
    role          TEXT CONSTRAINT "a role has 1 to 200 characters" CHECK (length(trim(role)) BETWEEN 1 AND 200), -- NULL: not stated
    contract      TEXT NOT NULL DEFAULT 'not_stated' CONSTRAINT "a contract's kind is one of the closed list"
                  CHECK (contract IN ('reserve', 'volunteer', 'service', 'not_stated', 'none')),
    concluded_by  TEXT NOT NULL DEFAULT 'not_stated' CONSTRAINT "who concludes a contract is one of the closed list"
                  CHECK (concluded_by IN ('military_commissariat', 'unit_commander', 'ministry', 'not_stated')),
    standing      TEXT NOT NULL DEFAULT 'accepted' CONSTRAINT "a standing is accepted, disputed, needs work or rejected"
                  CHECK (standing IN ('accepted', 'disputed', 'needs_work', 'rejected')),
    standing_note TEXT CONSTRAINT "a standing's note has 1 to 2000 characters" CHECK (length(trim(standing_note)) BETWEEN 1 AND 2000),
    CONSTRAINT "an enrollment has exactly one of official or group" CHECK ((official_id IS NULL) <> (group_who IS NULL)),
    CONSTRAINT "a group has a least number of people, and only a group has a number, a level, a kind and a region"
    CHECK (CASE WHEN group_who IS NULL
           THEN group_least IS NULL AND group_most IS NULL AND group_level IS NULL AND group_kind IS NULL AND group_region IS NULL
           ELSE group_least IS NOT NULL END),
    CONSTRAINT "a standing other than accepted has a note that says why" CHECK (standing = 'accepted' OR standing_note IS NOT NULL)
) STRICT;
-- What a count of people reads of an enrollment, so that it need not read the row.
CREATE INDEX enrollment_unit ON enrollment (unit_id, standing, official_id, group_least, group_most);
CREATE INDEX enrollment_official ON enrollment (official_id) WHERE official_id IS NOT NULL;
CREATE INDEX enrollment_group_region ON enrollment (group_region) WHERE group_region IS NOT NULL;
CREATE INDEX enrollment_standing ON enrollment (standing);

CREATE TABLE event (
    id            INTEGER PRIMARY KEY, -- V1, V2 …
    revision      INTEGER NOT NULL REFERENCES revision (id),
    unit_id       INTEGER REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    post_id       INTEGER REFERENCES post (id) DEFERRABLE INITIALLY DEFERRED,
    enrollment_id INTEGER REFERENCES enrollment (id) DEFERRABLE INITIALLY DEFERRED,
    facet         TEXT NOT NULL, -- what changed: a unit's status, form or strength; a post's tenure; an enrollment's state
    value         TEXT,          -- the new value of it; NULL for a strength, which is a number
    least         INTEGER CONSTRAINT "a strength is a whole number of people from 0 to 10000000" CHECK (least BETWEEN 0 AND 10000000),
    most          INTEGER CONSTRAINT "a strength's most is not below its least" CHECK (most BETWEEN 0 AND 10000000 AND most >= least), -- NULL: unknown
    date          TEXT CONSTRAINT "a date has 1 to 200 characters of EDTF"
                        CHECK (length(date) BETWEEN 1 AND 200 AND date NOT GLOB '*[^]0-9XYE?~%/,.{}[-]*'), -- EDTF; NULL: not stated
    earliest      TEXT CONSTRAINT "the first day is real" CHECK (earliest IS date(earliest, '+0 days')), -- day
    latest        TEXT CONSTRAINT "the last day is real" CHECK (latest IS date(latest, '+0 days')), -- day
    cause         TEXT CONSTRAINT "a cause has 1 to 2000 characters" CHECK (length(trim(cause)) BETWEEN 1 AND 2000), -- why, as the source gives it, or the circumstance
    standing      TEXT NOT NULL DEFAULT 'accepted' CONSTRAINT "a standing is accepted, disputed, needs work or rejected"
                  CHECK (standing IN ('accepted', 'disputed', 'needs_work', 'rejected')),
    standing_note TEXT CONSTRAINT "a standing's note has 1 to 2000 characters" CHECK (length(trim(standing_note)) BETWEEN 1 AND 2000),
    CONSTRAINT "an event belongs to exactly one unit, post or enrollment"
    CHECK ((unit_id IS NOT NULL) + (post_id IS NOT NULL) + (enrollment_id IS NOT NULL) = 1),
    CONSTRAINT "an event's state is one of the closed list for what it happens to"
    CHECK (CASE WHEN unit_id IS NOT NULL AND facet = 'strength' THEN value IS NULL AND least IS NOT NULL
           WHEN least IS NOT NULL OR most IS NOT NULL OR value IS NULL THEN 0
           WHEN unit_id IS NOT NULL AND facet = 'status'
           THEN value IN ('announced', 'recruiting', 'forming', 'established', 'operational', 'reorganised', 'disbanded')
           WHEN unit_id IS NOT NULL AND facet = 'form'
           THEN value IN ('detachment', 'battalion', 'brigade', 'platoon', 'company', 'regiment', 'group')
           WHEN post_id IS NOT NULL AND facet = 'tenure'
           THEN value IN ('in_office', 'acting', 'suspended', 'on_leave', 'left', 'dismissed', 'returned')
           WHEN enrollment_id IS NOT NULL AND facet = 'state'
           THEN value IN ('announced', 'joined', 'contract_signed', 'training', 'serving', 'deployed', 'rotated_out', 'left',
                          'killed', 'denied', 'unclear')
           ELSE 0 END),
    CONSTRAINT "a date's first day is not after its last, and neither stands without the date"
    CHECK ((earliest IS NULL OR latest IS NULL OR earliest <= latest)
           AND (date IS NOT NULL OR (earliest IS NULL AND latest IS NULL))),
    CONSTRAINT "a standing other than accepted has a note that says why" CHECK (standing = 'accepted' OR standing_note IS NOT NULL)
) STRICT;
CREATE INDEX event_unit ON event (unit_id, facet, value, earliest, latest, standing) WHERE unit_id IS NOT NULL;
CREATE INDEX event_post ON event (post_id, facet, value, earliest, latest, standing) WHERE post_id IS NOT NULL;
CREATE INDEX event_enrollment ON event (enrollment_id, facet, value, earliest, latest, standing) WHERE enrollment_id IS NOT NULL;
CREATE INDEX event_value ON event (facet, value);

CREATE TABLE citation (
    id            INTEGER PRIMARY KEY, -- C1, C2 …
    revision      INTEGER NOT NULL REFERENCES revision (id),
    source_id     INTEGER NOT NULL REFERENCES source (id),
    region_code   TEXT REFERENCES region (code) DEFERRABLE INITIALLY DEFERRED,
    programme_id  INTEGER REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id       INTEGER REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    official_id   INTEGER REFERENCES official (id) DEFERRABLE INITIALLY DEFERRED,
    post_id       INTEGER REFERENCES post (id) DEFERRABLE INITIALLY DEFERRED,
    enrollment_id INTEGER REFERENCES enrollment (id) DEFERRABLE INITIALLY DEFERRED,
    event_id      INTEGER REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    field         TEXT NOT NULL,  -- the field of the record that the source speaks of
    stated        TEXT NOT NULL CONSTRAINT "the value as stated has 1 to 500 characters" CHECK (length(trim(stated)) BETWEEN 1 AND 500),
    stance        TEXT NOT NULL DEFAULT 'supports' CONSTRAINT "a citation supports or disputes" CHECK (stance IN ('supports', 'disputes')),
    locator       TEXT CONSTRAINT "a locator has 1 to 200 characters" CHECK (length(trim(locator)) BETWEEN 1 AND 200), -- 'paragraph 5'; NULL: the whole source
    quote         TEXT CONSTRAINT "a quote has 1 to 300 characters" CHECK (length(trim(quote)) BETWEEN 1 AND 300),
    speaker       TEXT CONSTRAINT "a speaker has 1 to 200 characters" CHECK (length(trim(speaker)) BETWEEN 1 AND 200), -- NULL: the source itself
    speech        TEXT NOT NULL DEFAULT 'states' CONSTRAINT "how a source says it is one of the closed list"
                  CHECK (speech IN ('states', 'self', 'attributed', 'reported', 'implied', 'denied', 'unclear')),
    standing      TEXT NOT NULL DEFAULT 'accepted' CONSTRAINT "a standing is accepted, disputed, needs work or rejected"
                  CHECK (standing IN ('accepted', 'disputed', 'needs_work', 'rejected')),
    standing_note TEXT CONSTRAINT "a standing's note has 1 to 2000 characters" CHECK (length(trim(standing_note)) BETWEEN 1 AND 2000),
    CONSTRAINT "a standing other than accepted has a note that says why" CHECK (standing = 'accepted' OR standing_note IS NOT NULL),
    CONSTRAINT "a citation speaks of exactly one record"
    CHECK ((region_code IS NOT NULL) + (programme_id IS NOT NULL) + (unit_id IS NOT NULL) + (official_id IS NOT NULL)
           + (post_id IS NOT NULL) + (enrollment_id IS NOT NULL) + (event_id IS NOT NULL) = 1),
    CONSTRAINT "a citation speaks of a field that its record has"
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
CREATE INDEX citation_source ON citation (source_id);
CREATE INDEX citation_disputes ON citation (stance) WHERE stance = 'disputes';
CREATE INDEX citation_region ON citation (region_code) WHERE region_code IS NOT NULL;
CREATE INDEX citation_programme ON citation (programme_id) WHERE programme_id IS NOT NULL;
CREATE INDEX citation_unit ON citation (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX citation_official ON citation (official_id) WHERE official_id IS NOT NULL;
CREATE INDEX citation_post ON citation (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX citation_enrollment ON citation (enrollment_id) WHERE enrollment_id IS NOT NULL;
CREATE INDEX citation_event ON citation (event_id) WHERE event_id IS NOT NULL;

CREATE TABLE name (
    id           INTEGER PRIMARY KEY, -- N1, N2 …
    revision     INTEGER NOT NULL REFERENCES revision (id),
    region_code  TEXT REFERENCES region (code) DEFERRABLE INITIALLY DEFERRED,
    programme_id INTEGER REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id      INTEGER REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    official_id  INTEGER REFERENCES official (id) DEFERRABLE INITIALLY DEFERRED,
    source_id    INTEGER REFERENCES source (id), -- who spells it so; NULL only for a region, whose names are reference data
    text         TEXT NOT NULL -- Unicode NFC, as written
                 CONSTRAINT "a name has 1 to 200 characters" CHECK (length(trim(text)) BETWEEN 1 AND 200)
                 CONSTRAINT "a name has no control characters"
                 CHECK (text NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || ']*' AND instr(text, char(0)) = 0),
    folded       TEXT NOT NULL, -- text by Unicode NFKC and full case folding, white space as one space; for exact look-up
    script       TEXT NOT NULL CONSTRAINT "a script is an ISO 15924 code of four letters"
                 CHECK (script GLOB '[A-Z][a-z][a-z][a-z]'), -- 'Latn', 'Cyrl', 'Zyyy' for mixed or none
    nature       TEXT NOT NULL CONSTRAINT "a name's nature is one of the closed list"
                 CHECK (nature IN ('primary', 'local', 'alias', 'transliteration', 'abbreviation', 'expansion', 'misspelt')),
    CONSTRAINT "a name belongs to exactly one region, programme, unit or official"
    CHECK ((region_code IS NOT NULL) + (programme_id IS NOT NULL) + (unit_id IS NOT NULL) + (official_id IS NOT NULL) = 1),
    CONSTRAINT "a name has a source that spells it so" CHECK (region_code IS NOT NULL OR source_id IS NOT NULL)
) STRICT;
CREATE INDEX name_folded ON name (folded);
CREATE INDEX name_region ON name (region_code, nature, text) WHERE region_code IS NOT NULL;
CREATE INDEX name_programme ON name (programme_id, nature, text) WHERE programme_id IS NOT NULL;
CREATE INDEX name_unit ON name (unit_id, nature, text) WHERE unit_id IS NOT NULL;
CREATE INDEX name_official ON name (official_id, nature, text) WHERE official_id IS NOT NULL;
-- One primary name a record, and no two units or programmes of one primary name, in any case or script width.
CREATE UNIQUE INDEX name_primary_region ON name (region_code) WHERE region_code IS NOT NULL AND nature = 'primary';
CREATE UNIQUE INDEX name_primary_programme ON name (programme_id) WHERE programme_id IS NOT NULL AND nature = 'primary';
CREATE UNIQUE INDEX name_primary_unit ON name (unit_id) WHERE unit_id IS NOT NULL AND nature = 'primary';
CREATE UNIQUE INDEX name_primary_official ON name (official_id) WHERE official_id IS NOT NULL AND nature = 'primary';
CREATE UNIQUE INDEX name_of_one_unit ON name (folded) WHERE unit_id IS NOT NULL AND nature = 'primary';
CREATE UNIQUE INDEX name_of_one_programme ON name (folded) WHERE programme_id IS NOT NULL AND nature = 'primary';

-- Rules 1 and 2: what a record must have in the revision that makes it. ------------------------------------------------

CREATE TRIGGER unit_cited BEFORE INSERT ON unit
WHEN NOT EXISTS (SELECT 1 FROM citation WHERE unit_id = NEW.id AND revision = NEW.revision AND stance = 'supports')
BEGIN SELECT RAISE(ABORT, 'a unit has at least one citation that supports it in the revision that makes it'); END;
CREATE TRIGGER unit_named BEFORE INSERT ON unit
WHEN (NEW.kind <> 'unnamed') <> EXISTS (SELECT 1 FROM name WHERE unit_id = NEW.id AND nature = 'primary')
BEGIN SELECT RAISE(ABORT, 'a unit has a designation, unless it is of kind unnamed'); END;
CREATE TRIGGER official_cited BEFORE INSERT ON official
WHEN NOT EXISTS (SELECT 1 FROM citation WHERE official_id = NEW.id AND revision = NEW.revision AND stance = 'supports')
BEGIN SELECT RAISE(ABORT, 'an official has at least one citation that supports the record in the revision that makes it'); END;
CREATE TRIGGER official_named BEFORE INSERT ON official
WHEN NOT EXISTS (SELECT 1 FROM name WHERE official_id = NEW.id AND nature = 'primary')
BEGIN SELECT RAISE(ABORT, 'an official has a name'); END;
CREATE TRIGGER official_holds_post BEFORE INSERT ON official
WHEN NOT EXISTS (SELECT 1 FROM post WHERE official_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an official has at least one post'); END;
CREATE TRIGGER official_keeps_post BEFORE UPDATE OF official_id ON post
WHEN NEW.official_id <> OLD.official_id
     AND NOT EXISTS (SELECT 1 FROM post WHERE official_id = OLD.official_id AND id <> OLD.id)
BEGIN SELECT RAISE(ABORT, 'an official has at least one post'); END;
CREATE TRIGGER post_cited BEFORE INSERT ON post
WHEN NOT EXISTS (SELECT 1 FROM citation WHERE post_id = NEW.id AND revision = NEW.revision AND stance = 'supports')
BEGIN SELECT RAISE(ABORT, 'a post has at least one citation that supports it in the revision that makes it'); END;
CREATE TRIGGER enrollment_cited BEFORE INSERT ON enrollment
WHEN NOT EXISTS (SELECT 1 FROM citation WHERE enrollment_id = NEW.id AND revision = NEW.revision AND stance = 'supports')
BEGIN SELECT RAISE(ABORT, 'an enrollment has at least one citation that supports it in the revision that makes it'); END;
CREATE TRIGGER event_cited BEFORE INSERT ON event
WHEN NOT EXISTS (SELECT 1 FROM citation WHERE event_id = NEW.id AND revision = NEW.revision AND stance = 'supports')
BEGIN SELECT RAISE(ABORT, 'an event has at least one citation that supports it in the revision that makes it'); END;
CREATE TRIGGER event_killed_twice_cited BEFORE INSERT ON event
WHEN NEW.value = 'killed' AND (
    SELECT count(DISTINCT coalesce(s.derived_from, s.id)) FROM citation c JOIN source s ON s.id = c.source_id
    WHERE c.event_id = NEW.id AND c.field = 'value' AND c.stance = 'supports' AND c.standing <> 'rejected') < 2
BEGIN SELECT RAISE(ABORT, 'a death is recorded from two sources at least, neither derived from the other'); END;
CREATE TRIGGER event_killed_twice_cited_later BEFORE UPDATE OF value ON event
WHEN NEW.value = 'killed' AND (
    SELECT count(DISTINCT coalesce(s.derived_from, s.id)) FROM citation c JOIN source s ON s.id = c.source_id
    WHERE c.event_id = NEW.id AND c.field = 'value' AND c.stance = 'supports' AND c.standing <> 'rejected') < 2
BEGIN SELECT RAISE(ABORT, 'a death is recorded from two sources at least, neither derived from the other'); END;
CREATE TRIGGER programme_named BEFORE INSERT ON programme
WHEN NOT EXISTS (SELECT 1 FROM name WHERE programme_id = NEW.id AND nature = 'primary')
BEGIN SELECT RAISE(ABORT, 'a programme has a name'); END;
CREATE TRIGGER programme_cited BEFORE INSERT ON programme
WHEN NOT EXISTS (SELECT 1 FROM citation WHERE programme_id = NEW.id AND revision = NEW.revision AND stance = 'supports')
BEGIN SELECT RAISE(ABORT, 'a programme has at least one citation that supports it in the revision that makes it'); END;
CREATE TRIGGER region_named BEFORE INSERT ON region
WHEN NOT EXISTS (SELECT 1 FROM name WHERE region_code = NEW.code AND nature = 'primary')
BEGIN SELECT RAISE(ABORT, 'a region has a name'); END;

-- A citation stays with the record it was made for, and an event with what it happened to.
CREATE TRIGGER citation_stays BEFORE UPDATE OF id, source_id, region_code, programme_id, unit_id, official_id, post_id, enrollment_id, event_id ON citation
WHEN NEW.id <> OLD.id OR NEW.source_id <> OLD.source_id OR NEW.region_code IS NOT OLD.region_code
     OR NEW.programme_id IS NOT OLD.programme_id OR NEW.unit_id IS NOT OLD.unit_id OR NEW.official_id IS NOT OLD.official_id
     OR NEW.post_id IS NOT OLD.post_id OR NEW.enrollment_id IS NOT OLD.enrollment_id OR NEW.event_id IS NOT OLD.event_id
BEGIN SELECT RAISE(ABORT, 'a citation stays with its source and its record; cite again instead'); END;

-- Every write happens in the newest revision, and revisions themselves are only ever added. --------------------------

CREATE TRIGGER revision_in_order BEFORE INSERT ON revision
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM revision)
     OR NEW.at < (SELECT at FROM revision ORDER BY id DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'revisions are numbered one after the other, and none is earlier than the one before'); END;
CREATE TRIGGER revision_kept BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END;
CREATE TRIGGER revision_kept_whole BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'a revision is never removed'); END;

CREATE TRIGGER region_made_in_revision BEFORE INSERT ON region
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER region_changed_in_revision BEFORE UPDATE ON region
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER region_kept BEFORE DELETE ON region
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;

CREATE TRIGGER foreign_neighbour_made_in_revision BEFORE INSERT ON foreign_neighbour
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER foreign_neighbour_changed_in_revision BEFORE UPDATE ON foreign_neighbour
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER foreign_neighbour_kept BEFORE DELETE ON foreign_neighbour
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;

CREATE TRIGGER bloc_member_made_in_revision BEFORE INSERT ON bloc_member
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER bloc_member_changed_in_revision BEFORE UPDATE ON bloc_member
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER bloc_member_kept BEFORE DELETE ON bloc_member
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;

CREATE TRIGGER source_made_in_revision BEFORE INSERT ON source
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER source_changed_in_revision BEFORE UPDATE ON source
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER source_kept BEFORE DELETE ON source
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;

CREATE TRIGGER programme_made_in_revision BEFORE INSERT ON programme
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER programme_changed_in_revision BEFORE UPDATE ON programme
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER programme_kept BEFORE DELETE ON programme
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;

CREATE TRIGGER unit_made_in_revision BEFORE INSERT ON unit
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER unit_changed_in_revision BEFORE UPDATE ON unit
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER unit_kept BEFORE DELETE ON unit
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;

CREATE TRIGGER official_made_in_revision BEFORE INSERT ON official
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER official_changed_in_revision BEFORE UPDATE ON official
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER official_kept BEFORE DELETE ON official
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;

CREATE TRIGGER post_made_in_revision BEFORE INSERT ON post
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER post_changed_in_revision BEFORE UPDATE ON post
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER post_kept BEFORE DELETE ON post
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;

CREATE TRIGGER enrollment_made_in_revision BEFORE INSERT ON enrollment
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER enrollment_changed_in_revision BEFORE UPDATE ON enrollment
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER enrollment_kept BEFORE DELETE ON enrollment
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;

CREATE TRIGGER event_made_in_revision BEFORE INSERT ON event
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER event_changed_in_revision BEFORE UPDATE ON event
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER event_kept BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;

CREATE TRIGGER citation_made_in_revision BEFORE INSERT ON citation
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER citation_changed_in_revision BEFORE UPDATE ON citation
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER citation_kept BEFORE DELETE ON citation
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;

CREATE TRIGGER name_made_in_revision BEFORE INSERT ON name
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER name_changed_in_revision BEFORE UPDATE ON name
WHEN NEW.revision IS NOT (SELECT max(id) FROM revision)
BEGIN SELECT RAISE(ABORT, 'every write belongs to the newest revision'); END;
CREATE TRIGGER name_kept BEFORE DELETE ON name
BEGIN SELECT RAISE(ABORT, 'nothing on the register is deleted; edit it, or set its standing to rejected'); END;

-- REPLACE, and a changed key, pass by the triggers on DELETE: nothing is overwritten, renumbered or moved. -----------------

CREATE TRIGGER region_not_replaced BEFORE INSERT ON region
WHEN EXISTS (SELECT 1 FROM region WHERE code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'a record is never replaced; change its fields instead'); END;
CREATE TRIGGER region_keeps_code BEFORE UPDATE OF code ON region
WHEN NEW.code IS NOT OLD.code
BEGIN SELECT RAISE(ABORT, 'a record keeps its id'); END;
CREATE TRIGGER foreign_neighbour_not_replaced BEFORE INSERT ON foreign_neighbour
WHEN EXISTS (SELECT 1 FROM foreign_neighbour WHERE region_code = NEW.region_code AND country = NEW.country AND border = NEW.border)
BEGIN SELECT RAISE(ABORT, 'a record is never replaced; change its fields instead'); END;
CREATE TRIGGER bloc_member_not_replaced BEFORE INSERT ON bloc_member
WHEN EXISTS (SELECT 1 FROM bloc_member WHERE bloc = NEW.bloc AND country = NEW.country AND since = NEW.since)
BEGIN SELECT RAISE(ABORT, 'a record is never replaced; change its fields instead'); END;
CREATE TRIGGER source_not_replaced BEFORE INSERT ON source
WHEN EXISTS (SELECT 1 FROM source WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record is never replaced; change its fields instead'); END;
CREATE TRIGGER source_keeps_id BEFORE UPDATE OF id ON source
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'a record keeps its id'); END;
CREATE TRIGGER programme_not_replaced BEFORE INSERT ON programme
WHEN EXISTS (SELECT 1 FROM programme WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record is never replaced; change its fields instead'); END;
CREATE TRIGGER programme_keeps_id BEFORE UPDATE OF id ON programme
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'a record keeps its id'); END;
CREATE TRIGGER unit_not_replaced BEFORE INSERT ON unit
WHEN EXISTS (SELECT 1 FROM unit WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record is never replaced; change its fields instead'); END;
CREATE TRIGGER unit_keeps_id BEFORE UPDATE OF id ON unit
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'a record keeps its id'); END;
CREATE TRIGGER official_not_replaced BEFORE INSERT ON official
WHEN EXISTS (SELECT 1 FROM official WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record is never replaced; change its fields instead'); END;
CREATE TRIGGER official_keeps_id BEFORE UPDATE OF id ON official
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'a record keeps its id'); END;
CREATE TRIGGER post_not_replaced BEFORE INSERT ON post
WHEN EXISTS (SELECT 1 FROM post WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record is never replaced; change its fields instead'); END;
CREATE TRIGGER post_keeps_id BEFORE UPDATE OF id ON post
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'a record keeps its id'); END;
CREATE TRIGGER enrollment_not_replaced BEFORE INSERT ON enrollment
WHEN EXISTS (SELECT 1 FROM enrollment WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record is never replaced; change its fields instead'); END;
CREATE TRIGGER enrollment_keeps_id BEFORE UPDATE OF id ON enrollment
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'a record keeps its id'); END;
CREATE TRIGGER event_not_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record is never replaced; change its fields instead'); END;
CREATE TRIGGER event_keeps_id BEFORE UPDATE OF id ON event
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'a record keeps its id'); END;
CREATE TRIGGER citation_not_replaced BEFORE INSERT ON citation
WHEN EXISTS (SELECT 1 FROM citation WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record is never replaced; change its fields instead'); END;
CREATE TRIGGER name_not_replaced BEFORE INSERT ON name
WHEN EXISTS (SELECT 1 FROM name WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record is never replaced; change its fields instead'); END;
CREATE TRIGGER name_keeps_id BEFORE UPDATE OF id ON name
WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'a record keeps its id'); END;
CREATE TRIGGER name_primary_once_insert BEFORE INSERT ON name
WHEN NEW.nature = 'primary' AND (EXISTS (
    SELECT 1 FROM name WHERE region_code = NEW.region_code AND nature = 'primary' AND id IS NOT NEW.id) OR EXISTS (
    SELECT 1 FROM name WHERE programme_id = NEW.programme_id AND nature = 'primary' AND id IS NOT NEW.id) OR EXISTS (
    SELECT 1 FROM name WHERE unit_id = NEW.unit_id AND nature = 'primary' AND id IS NOT NEW.id) OR EXISTS (
    SELECT 1 FROM name WHERE official_id = NEW.official_id AND nature = 'primary' AND id IS NOT NEW.id) OR (NEW.unit_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM name WHERE folded = NEW.folded AND unit_id IS NOT NULL AND nature = 'primary' AND id IS NOT NEW.id)) OR (NEW.programme_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM name WHERE folded = NEW.folded AND programme_id IS NOT NULL AND nature = 'primary' AND id IS NOT NEW.id)))
BEGIN SELECT RAISE(ABORT, 'a record has one primary name, and no two units or programmes have the same'); END;
CREATE TRIGGER name_primary_once_update BEFORE UPDATE ON name
WHEN NEW.nature = 'primary' AND (EXISTS (
    SELECT 1 FROM name WHERE region_code = NEW.region_code AND nature = 'primary' AND id IS NOT OLD.id) OR EXISTS (
    SELECT 1 FROM name WHERE programme_id = NEW.programme_id AND nature = 'primary' AND id IS NOT OLD.id) OR EXISTS (
    SELECT 1 FROM name WHERE unit_id = NEW.unit_id AND nature = 'primary' AND id IS NOT OLD.id) OR EXISTS (
    SELECT 1 FROM name WHERE official_id = NEW.official_id AND nature = 'primary' AND id IS NOT OLD.id) OR (NEW.unit_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM name WHERE folded = NEW.folded AND unit_id IS NOT NULL AND nature = 'primary' AND id IS NOT OLD.id)) OR (NEW.programme_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM name WHERE folded = NEW.folded AND programme_id IS NOT NULL AND nature = 'primary' AND id IS NOT OLD.id)))
BEGIN SELECT RAISE(ABORT, 'a record has one primary name, and no two units or programmes have the same'); END;
CREATE TRIGGER name_stays BEFORE UPDATE OF region_code, programme_id, unit_id, official_id ON name
WHEN NEW.region_code IS NOT OLD.region_code OR NEW.programme_id IS NOT OLD.programme_id OR NEW.unit_id IS NOT OLD.unit_id
     OR NEW.official_id IS NOT OLD.official_id
BEGIN SELECT RAISE(ABORT, 'a name stays with its record'); END;
CREATE TRIGGER event_stays BEFORE UPDATE OF unit_id, post_id, enrollment_id ON event
WHEN NEW.unit_id IS NOT OLD.unit_id OR NEW.post_id IS NOT OLD.post_id OR NEW.enrollment_id IS NOT OLD.enrollment_id
BEGIN SELECT RAISE(ABORT, 'an event stays with what it happened to'); END;
CREATE TRIGGER name_stays_primary BEFORE UPDATE OF nature ON name
WHEN OLD.nature = 'primary' AND NEW.nature <> 'primary'
BEGIN SELECT RAISE(ABORT, 'a primary name stays one; write the new name over it'); END;
CREATE TRIGGER unit_stays_named BEFORE UPDATE OF kind ON unit
WHEN (NEW.kind <> 'unnamed') <> EXISTS (SELECT 1 FROM name WHERE unit_id = NEW.id AND nature = 'primary')
BEGIN SELECT RAISE(ABORT, 'a unit has a designation, unless it is of kind unnamed'); END;
CREATE TRIGGER foreign_neighbour_keeps_key BEFORE UPDATE OF region_code, country, border ON foreign_neighbour
WHEN NEW.region_code IS NOT OLD.region_code OR NEW.country IS NOT OLD.country OR NEW.border IS NOT OLD.border
BEGIN SELECT RAISE(ABORT, 'a record keeps its id'); END;
CREATE TRIGGER bloc_member_keeps_key BEFORE UPDATE OF bloc, country, since ON bloc_member
WHEN NEW.bloc IS NOT OLD.bloc OR NEW.country IS NOT OLD.country OR NEW.since IS NOT OLD.since
BEGIN SELECT RAISE(ABORT, 'a record keeps its id'); END;
