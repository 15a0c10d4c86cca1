-- What is written beside the names is found, too: the titles of posts, the words for groups, roles, causes, quotes and notes. Plain
-- SQL, never edited once landed. The conventions are those of the migrations before.

-- A document for every version with such a text. What it holds is computed by the library from the history, and can be made anew.
DROP TABLE source_search;
CREATE VIRTUAL TABLE source_search USING fts5 (keys, content = '', detail = none, tokenize = 'ascii');     -- rowid: source_history.version
CREATE VIRTUAL TABLE post_search USING fts5 (keys, content = '', detail = none, tokenize = 'ascii'); -- rowid: post_history.version
CREATE VIRTUAL TABLE citation_search USING fts5 (keys, content = '', detail = none, tokenize = 'ascii'); -- rowid: citation_history.version
CREATE VIRTUAL TABLE event_search USING fts5 (keys, content = '', detail = none, tokenize = 'ascii'); -- rowid: event_history.version
CREATE VIRTUAL TABLE enrollment_search USING fts5 (keys, content = '', detail = none, tokenize = 'ascii'); -- rowid: enrollment_history.version
CREATE VIRTUAL TABLE unit_search USING fts5 (keys, content = '', detail = none, tokenize = 'ascii'); -- rowid: unit_history.version
CREATE VIRTUAL TABLE official_search USING fts5 (keys, content = '', detail = none, tokenize = 'ascii'); -- rowid: official_history.version

-- Whoever a source quotes, who held a post of some title or kind, and who has some contract is asked for.
CREATE INDEX citation_speaker ON citation (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX citation_history_speaker ON citation_history (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX post_title ON post (title);
CREATE INDEX post_history_title ON post_history (title);
CREATE INDEX post_kind ON post (kind);
CREATE INDEX post_history_kind ON post_history (kind);
CREATE INDEX enrollment_contract ON enrollment (contract);
CREATE INDEX enrollment_history_contract ON enrollment_history (contract);
