#!/usr/bin/env python3
"""What import and export cost, as ratios of two things that are run in turn on the same machine.

- import of so many new enrollments, with their officials, against SQLite alone: INSERT … SELECT of the rows, versions and leaves that
  the import made, from a copy, with the same indexes and keys and without triggers;
- import of a file of which everything is known against `sqlite-utils insert --csv` of the same file into one bare table;
- `export csv` against `sqlite3 -csv` on the view with the same columns, and `export datapackage` against sqlite3 writing each table.

The most memory of each command is printed, too. The answers are checked before anything is timed.

Exit code 0: all within their targets; 1: not all; 2: it could not be tried.
"""

import argparse
import csv
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

from history_benchmark import SETTINGS, paired, report

NEW_TARGET, KNOWN_TARGET, CSV_TARGET, PACKAGE_TARGET = 2, 1, 3, 2
IMPORT_MEMORY_MB, EXPORT_MEMORY_MB = 128, 64
REGIONS = ["RU-KGD", "RU-KRS", "RU-BRY", "RU-BEL", "RU-PSK", "RU-TUL"]
GIVEN = "Ivan Petr Anna Olga Sergei Maria Dmitry Elena Pavel Nikolai Alexei Vera Gleb Boris".split()
SYLLABLES = "ba ko ri ten vol mar sha ne gu dro li pev sto zim kar ol fe ty".split()
HEADING = "official,post,post_region,unit,unit_region,state,state_date,contract,source,source_kind"


def write_rows(file: str, count: int) -> None:
    """Writes enrollments of people whose names are made up from syllables, the same ones for the same count."""
    dice = random.Random(3)
    with open(file, "w") as rows:
        rows.write(HEADING + "\n")
        for number in range(count):
            surname = "".join(dice.choice(SYLLABLES) for _ in range(3)).capitalize() + dice.choice(["ov", "in", "enko", "sky"])
            region = dice.choice(REGIONS)
            day = f"2025-0{dice.randint(1, 9)}-1{dice.randint(0, 9)}"
            rows.write(
                f"{dice.choice(GIVEN)} {surname},Mayor,{region},BARS-{region[3:]},{region},joined,{day},reserve,"
                f"Source {number % 50},regional media\n"
            )


class Commands:
    """Runs commands, and keeps the most memory that each kind of them took."""

    def __init__(self) -> None:
        self.memory: dict[str, float] = {}

    def timed(self, what: str, command: list[str], given: str | None = None) -> float:
        """Seconds from start to end of a command that must succeed."""
        begun = time.perf_counter()
        with open(os.devnull, "w") as nothing, open(given or os.devnull) as script:
            process = subprocess.Popen(command, stdin=script, stdout=nothing, stderr=nothing)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - begun
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        self.memory[what] = max(self.memory.get(what, 0), usage.ru_maxrss / 1024)
        return seconds


def remove(file: str) -> None:
    """Removes a database with its log, or a folder, if it is there."""
    shutil.rmtree(file, ignore_errors=True)
    for rest in ("", "-wal", "-shm"):
        if os.path.isfile(file + rest):
            os.remove(file + rest)


def write_bare(full: str, start: str, bare: str, script: str) -> int:
    """Makes the start's tables and indexes without triggers, and a script of what the import added; gives the number of rows."""
    source = sqlite3.connect(f"file:{full}?mode=ro", uri=True)
    schema = source.execute(
        "SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index') "
        "AND name NOT GLOB '*_search*' AND name NOT GLOB 'sqlite_*' ORDER BY type DESC, rowid"
    ).fetchall()
    tables = [name for name, kind, _ in schema if kind == "table"]
    made = sqlite3.connect(bare)
    made.executescript(";\n".join(sql for _, _, sql in schema))
    made.execute("ATTACH ? AS begun", (start,))
    for table in tables:
        made.execute(f"INSERT INTO main.{table} SELECT * FROM begun.{table}")
    made.commit()
    made.close()
    count = 0
    with open(script, "w") as out:
        out.write(f"{SETTINGS}ATTACH '{full}' AS source;\nBEGIN IMMEDIATE;\nPRAGMA defer_foreign_keys = ON;\n")
        for table in tables:
            columns = [column for _, column, *_ in source.execute(f"PRAGMA table_info({table})")]
            key = "id" if table == "revision" else "revision"
            if key in columns:
                out.write(f"INSERT INTO main.{table} SELECT * FROM source.{table} WHERE {key} = 2;\n")
                count += source.execute(f"SELECT count(*) FROM {table} WHERE {key} = 2").fetchone()[0]
        out.write("COMMIT;\n")
    return count


def count_of(file: str, table: str) -> int:
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    connection.close()
    return count


def compare(muster: str, utils: str, rows: int, runs: int, missed: list[str]) -> None:
    commands = Commands()
    write_rows("new.csv", rows)
    commands.timed("init", [muster, "init", "--db", "start.db"])

    def import_new() -> float:
        for file in ("full.db", "rest.csv"):
            remove(file)
        shutil.copy("start.db", "full.db")
        return commands.timed("import of new rows", [muster, "import", "new.csv", "--db", "full.db", "--keep-good", "rest.csv"])

    import_new()
    taken = count_of("full.db", "enrollment")
    if taken < rows * 0.5:
        raise RuntimeError(f"only {taken} of {rows} rows were taken")
    # The rows that a person would be asked about are no part of what is compared.
    asked = set()
    if os.path.exists("rest.csv"):
        with open("rest.csv") as rest:
            asked = {tuple(row[:10]) for row in csv.reader(rest)}
    with open("new.csv") as file, open("known.csv", "w") as known:
        rows_of_file = csv.reader(file)
        csv.writer(known, lineterminator="\n").writerows(row for row in rows_of_file if tuple(row) not in asked or row[0] == "official")
    remove("bare.db")
    made = write_bare("full.db", "start.db", "bare.db", "bare.sql")
    shutil.copy("bare.db", "bare.start")

    def insert_bare() -> float:
        remove("bare.db")
        shutil.copy("bare.start", "bare.db")
        return commands.timed("SQLite alone", ["sqlite3", "bare.db"], given="bare.sql")

    def import_again() -> float:
        return commands.timed("import of known rows", [muster, "import", "known.csv", "--db", "full.db"])

    def insert_utils() -> float:
        remove("utils.db")
        return commands.timed("sqlite-utils", [utils, "insert", "utils.db", "rows", "known.csv", "--csv"])

    def export(kind: str, place: str) -> float:
        remove(place)
        return commands.timed(f"export {kind}", [muster, "export", kind, place, "--db", "full.db"])

    view = ["sqlite3", "-csv", "-header", "full.db", ".once view.csv", "SELECT * FROM v_enrollments ORDER BY id"]
    kinds = ["source", "programme", "unit", "official", "post", "enrollment", "event", "citation", "name", "region"]
    dump = [part for kind in kinds for part in (f".once {kind}.out", f"SELECT * FROM {kind}")]
    tables = ["sqlite3", "-csv", "-header", "full.db", *dump]

    print(f"{rows:,} rows, of which {taken:,} were taken and made {made:,} rows and versions")
    print(f"{'what':<72} {'ratio':>6} {'least':>6} {'most':>6} {'target':>7}")
    report("import of new enrollments, against SQLite alone", paired(import_new, insert_bare, runs), NEW_TARGET, missed)
    report("import of known rows, against sqlite-utils", paired(import_again, insert_utils, runs), KNOWN_TARGET, missed)
    if count_of("full.db", "revision") != 2:
        raise RuntimeError("a file that was imported twice changed the registry")
    ratios = paired(lambda: export("csv", "all.csv"), lambda: commands.timed("sqlite3 -csv", view), runs)
    report("export csv, against sqlite3 -csv", ratios, CSV_TARGET, missed)
    ratios = paired(lambda: export("datapackage", "package"), lambda: commands.timed("sqlite3, each table", tables), runs)
    report("export datapackage, against sqlite3 writing each table", ratios, PACKAGE_TARGET, missed)
    for what, memory in commands.memory.items():
        limit = {"import": IMPORT_MEMORY_MB, "export": EXPORT_MEMORY_MB}.get(what.split()[0])
        print(f"most memory of {what}: {memory:.0f} MB" + (f", at most {limit}" if limit else ""))
        if limit and memory > limit:
            missed.append(f"{what} took {memory:.0f} MB, over {limit} MB")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--muster", default="muster", metavar="PATH", help="the command (default: the one in PATH)")
    parser.add_argument("--sqlite-utils", default="sqlite-utils", metavar="PATH", help="the other command")
    parser.add_argument("--rows", type=int, default=30_000, metavar="N", help="how many rows to import")
    parser.add_argument("--runs", type=int, default=3, metavar="R", help="how many pairs of each")
    options = parser.parse_args()
    found = [shutil.which(command) for command in (options.muster, options.sqlite_utils, "sqlite3")]
    if None in found:
        print("benchmark: muster, sqlite-utils or sqlite3 is not there", file=sys.stderr)
        return 2
    muster, utils, _ = map(os.path.abspath, found)
    os.environ["MUSTER_AUTHOR"] = "benchmark"
    missed: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            compare(muster, utils, options.rows, options.runs, missed)
        except (RuntimeError, subprocess.CalledProcessError) as error:
            print(f"benchmark: {error}", file=sys.stderr)
            return 1
    for miss in missed:
        print(miss, file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
