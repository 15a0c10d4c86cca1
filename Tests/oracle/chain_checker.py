"""Checks a registry's hash chain by the document HashChain.md alone: chain_checker.py FILE [--head HASH]"""
import hashlib, json, sqlite3, sys


def form(members):
    """The canonical form; a value that is neither number nor text becomes {}, which no honest form has."""
    kept = {name: value for name, value in members.items() if value is not None and name not in ("nonce", "leaf")}
    return json.dumps(kept, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=lambda _: {}).encode()


def fits(db, members, nonce, leaf, subject):
    """Whether a leaf is that of its members or, without a nonce, the subject's newest redaction has their residue."""
    digest = hashlib.sha256(b"\0" + (nonce or b"") + form(members))
    if nonce is not None:
        return len(nonce) == 16 and digest.digest() == leaf
    residues = db.execute("SELECT residue FROM redaction WHERE kind = ? AND record = ? AND of_revision = ?"
                          " AND revision > of_revision ORDER BY version DESC LIMIT 1", subject)
    return len(leaf) == 32 and residues.fetchone() == (digest.hexdigest(),)


def versions(db, table):
    """The rows of a table of leaves in the order of writing, in which revisions never fall."""
    cursor, newest = db.execute(f"SELECT * FROM [{table}] ORDER BY version"), 1
    for values in cursor:
        row = dict(zip((column[0] for column in cursor.description), values))
        if row["revision"] < newest:
            raise ValueError(f"Revision {row['revision']}: version {row['version']} in {table} is out of order.")
        newest = row["revision"]
        yield row


def check_chain(db, tables, head):
    """Points 1, 2, 3 and 5; gives the numbers of revisions and of versions of records, and the head."""
    streams = {table: versions(db, table) for table in tables}
    waiting = {table: next(stream, None) for table, stream in streams.items()}
    before, number, count, found = bytes(32), 0, 0, head is None
    for number, (id, at, author, reason, nonce, reason_leaf, sealed) in enumerate(db.execute(
            "SELECT id, at, author, reason, nonce, reason_leaf, hash FROM revision"
            " LEFT JOIN seal ON seal.revision = revision.id ORDER BY id"), 1):
        if id != number or sealed is None:
            raise ValueError(f"Revision {number}: it is not there, or has no seal.")
        chain, leaves = hashlib.sha256(b"\1" + before), 0
        for table in tables:
            while (row := waiting[table]) and row["revision"] == number:
                kind, history, _ = table.rpartition("_history")
                if not fits(db, {**row, "table": table}, row["nonce"], row["leaf"], (kind, row.get("id"), number)):
                    name = f"{table}, record {row['id']}," if "id" in row else table
                    raise ValueError(f"Revision {number}: version {row['version']} in {name} does not fit its leaf.")
                chain.update(row["leaf"])
                leaves, count = leaves + 1, count + (history != "")
                waiting[table] = next(streams[table], None)
        if not fits(db, {"id": id, "reason": reason, "table": "revision"}, nonce, reason_leaf, ("revision", id, id)):
            raise ValueError(f"Revision {number}: its reason does not fit its leaf.")
        chain.update(form({"at": at, "author": author, "id": id, "leaves": leaves, "reason": reason_leaf.hex()}))
        if chain.digest() != sealed:
            raise ValueError(f"Revision {number}: it does not fit its hash.")
        before, found = sealed, found or sealed.hex() == head
    left = [(row["revision"], table) for table, row in waiting.items() if row]
    left += [(revision, "seal") for revision, in db.execute("SELECT revision FROM seal EXCEPT SELECT id FROM revision")]
    if left:
        raise ValueError("Revision {}: it is not there, but {} has a row of it.".format(*min(left)))
    if not found:
        raise ValueError(f"None of the {number} revisions has the hash {head}.")
    return number, count, before.hex()


def strays(db, table):
    """Point 4: where a table of records is not its newest versions, by revision (0 for a row without a version)."""
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


def check(file, head=None):
    """All five points, in one reading of the file; gives what `check_chain` gives."""
    db = sqlite3.connect(f"file:{file.replace('%', '%25').replace('?', '%3f').replace('#', '%23')}?mode=ro", uri=True)
    db.execute("BEGIN")
    tables = sorted(table for table, in db.execute(
        "SELECT m.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'leaf'"))
    result = check_chain(db, tables, head and head.lower())
    records = [table.removesuffix("_history") for table in tables if table.endswith("_history")]
    if stray := min((stray for table in records for stray in strays(db, table)), default=None):
        raise ValueError(stray[1])
    return result


try:
    print("{} revisions with {} versions of records fit their hashes\nhead {}".format(*check(*sys.argv[1:4:2])))
except ValueError as error:
    sys.exit(str(error))
except (sqlite3.Error, TypeError) as error:
    sys.exit(f"The file is no registry, or is damaged: {error}.")
