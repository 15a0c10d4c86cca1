-- A name can be a former one, and what was so from one day to another is found quickly. Plain SQL, never edited once landed. The
-- conventions are those of the migrations before.

-- SQLite cannot alter a CHECK. This change only lets more in, so the text of the table is written over.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '(''primary'', ''local'', ''alias'', ''transliteration'',', '(''primary'', ''local'', ''alias'', ''former'', ''transliteration'',')
WHERE type = 'table' AND name = 'name';
PRAGMA writable_schema = RESET;

CREATE INDEX citation_held ON citation (field) WHERE held IS NOT NULL;
CREATE INDEX citation_history_held ON citation_history (field) WHERE held IS NOT NULL;
