"""Checks a registry's hash chain by the document HashChain.md alone: chain_checker.py FILE [--head HASH]"""
import hashlib, json, sqlite3, sys

NOTE = "ifnull(standing_note, '[redacted]') = '[redacted]'"
LEFT = {  # What a redaction leaves in each table of records, as SQL.
    "citation": f"{NOTE} AND stated = '[redacted]' AND speech = 'states' AND coalesce(quote, locator, speaker) IS NULL",
    "conclusion": "ifnull(value, '[redacted]') = '[redacted]' AND ifnull(inferred, '[redacted]') = '[redacted]'",
    "enrollment": f"{NOTE} AND role IS NULL",
    "event": f"{NOTE} AND coalesce(date, earliest, latest, cause) IS NULL",
    "look": "place = '[redacted]' AND ifnull(found, '[redacted]') = '[redacted]'",
    "name": "text = '[redacted ' || coalesce('U' || unit_id, 'O' || official_id, 'G' || programme_id) || ']'"
            " AND folded = lower(text) AND script = 'Zyyy'",
    "official": NOTE,
    "post": f"{NOTE} AND title = '[redacted]' AND kind = 'other' AND coalesce(level, body, region_code) IS NULL",
    "programme": f"{NOTE} AND coalesce(launched, launched_earliest, launched_latest, launched_by) IS NULL",
    "source": "title = '[redacted S' || id || ']' AND kind = 'other' AND coalesce(publisher, url, language, published,"
              " published_earliest, published_latest, captured, sha256, note) IS NULL",
    "unit": f"{NOTE} AND ordinal IS NULL"}

def form(members):  # the canonical form; a value that is neither number nor text becomes {}, which no honest form has
    kept = {name: value for name, value in members.items() if value is not None and name not in ("nonce", "leaf")}
    return json.dumps(kept, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=lambda _: {}).encode()

def fits(db, members, nonce, leaf, subject, left):  # by its leaf or, without a nonce, by the newest redaction's residue
    digest = hashlib.sha256(b"\0" + (nonce or b"") + form(members))
    if nonce is not None:
        return len(nonce) == 16 and digest.digest() == leaf
    residues = db.execute("SELECT residue FROM redaction WHERE kind = ? AND record = ? AND of_revision = ?"
                          " AND revision > of_revision ORDER BY version DESC LIMIT 1", subject)
    return left() and len(leaf) == 32 and residues.fetchone() == (digest.hexdigest(),)

def versions(db, table):  # the rows of a table of leaves in the order of writing, in which revisions never fall
    cursor, newest = db.execute(f"SELECT * FROM [{table}] ORDER BY version"), 1
    for values in cursor:
        row = dict(zip((column[0] for column in cursor.description), values))
        if row["revision"] < newest:
            raise ValueError(f"Revision {row['revision']}: version {row['version']} in {table} is out of order.")
        newest = row["revision"]
        yield row

def check_chain(db, tables, head):  # points 1, 2, 3, 5; the numbers of revisions and versions of records, and the head
    streams = {table: versions(db, table) for table in tables}
    waiting = {table: next(stream, None) for table, stream in streams.items()}
    before, number, count, found = bytes(32), 0, 0, head is None
    for number, (id, at, author, reason, nonce, reason_leaf, sealed) in enumerate(db.execute(
            "SELECT id, at, author, reason, nonce, reason_leaf, hash FROM revision"
            " LEFT JOIN seal ON seal.revision = revision.id ORDER BY id"), 1):
        if id != number or sealed is None: raise ValueError(f"Revision {number}: it is not there, or has no seal.")
        chain, leaves = hashlib.sha256(b"\1" + before), 0
        for table in tables:
            while (row := waiting[table]) and row["revision"] == number:
                kind, history, _ = table.rpartition("_history")
                blank = f"SELECT 1 FROM [{table}] WHERE version = {row['version']} AND {LEFT.get(kind, '0')}"
                if not fits(db, {**row, "table": table}, row["nonce"], row["leaf"], (kind, row.get("id"), number),
                            lambda: db.execute(blank).fetchone()):
                    raise ValueError(f"Revision {number}: version {row['version']} in {table} does not fit its leaf.")
                chain.update(row["leaf"])
                leaves, count = leaves + 1, count + (history != "")
                waiting[table] = next(streams[table], None)
        if not fits(db, {"id": id, "reason": reason, "table": "revision"}, nonce, reason_leaf, ("revision", id, id),
                    lambda: reason == "[redacted]"):
            raise ValueError(f"Revision {number}: its reason does not fit its leaf.")
        chain.update(form({"at": at, "author": author, "id": id, "leaves": leaves, "reason": reason_leaf.hex()}))
        if chain.digest() != sealed: raise ValueError(f"Revision {number}: it does not fit its hash.")
        before, found = sealed, found or sealed.hex() == head
    left = [(row["revision"], table) for table, row in waiting.items() if row]
    left += [(revision, "seal") for revision, in db.execute("SELECT revision FROM seal EXCEPT SELECT id FROM revision")]
    if left:
        raise ValueError("Revision {}: it is not there, but {} has a row of it.".format(*min(left)))
    if not found: raise ValueError(f"None of the {number} revisions has the hash {head}.")
    return number, count, before.hex()

def strays(db, table):  # point 4: rows that are not their newest version, by its revision (0 where there is none)
    info = db.execute("SELECT name, pk FROM pragma_table_info(?) ORDER BY pk = 0, pk", (table,)).fetchall()
    columns, key = ", ".join(f"[{name}]" for name, _ in info), [f"[{name}]" for name, pk in info if pk]
    keys, find = ", ".join(key), f"SELECT {columns} FROM [{table}] WHERE {' = ? AND '.join(key)} = ?"
    for _, revision, deleted, *values in db.execute(
            f"SELECT max(version), revision, deleted, {columns} FROM [{table}_history] GROUP BY {keys}"):
        row = values[:len(key)]
        if repr(db.execute(find, row).fetchall()) != repr([] if deleted else [tuple(values)]):
            yield revision, f"Revision {revision}: row {row} of {table} is not that of its newest version."
    for row in db.execute(f"SELECT {keys} FROM [{table}] EXCEPT SELECT {keys} FROM [{table}_history]"):
        yield 0, f"No revision has row {list(row)} of {table}."

def check(file, option="--head", head=None):  # all five points, in one reading of the file
    db = sqlite3.connect(f"file:{file.replace('%', '%25').replace('?', '%3f').replace('#', '%23')}?mode=ro", uri=True)
    db.execute("BEGIN")
    tables = [table for table, in db.execute("SELECT m.name FROM sqlite_master m, pragma_table_info(m.name) c"
                                             " WHERE m.type = 'table' AND c.name = 'leaf' ORDER BY m.name")]
    result = check_chain(db, tables, head and head.lower())
    records = [table.removesuffix("_history") for table in tables if table.endswith("_history")]
    for _, sentence in sorted(stray for table in records for stray in strays(db, table)):
        raise ValueError(sentence)
    return result

if len(sys.argv) not in (2, 4) or sys.argv[2:3] not in ([], ["--head"]): sys.exit(__doc__)
try:
    print("{} revisions with {} versions of records fit their hashes\nhead {}".format(*check(*sys.argv[1:])))
except (ValueError, sqlite3.Error, TypeError) as error:
    sys.exit(str(error) if isinstance(error, ValueError) else f"The file is no registry, or is damaged: {error}.")
