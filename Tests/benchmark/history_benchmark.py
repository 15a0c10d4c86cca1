#!/usr/bin/env python3
"""Measures the price of history and hashes: loading against sqlite3 without them, lists of the past against present ones,
and the speed of a whole proof. It prints ratios, because bare times depend more on the machine than on the program.

Loading: `muster demo --scale N` against the same rows into the same tables of the first schema, which has no history,
by the sqlite3 shell: from a script of INSERT statements, and, as a bound that no loader of rows reaches, by
INSERT … SELECT from another file. Both run in transactions of the same rows, with the same settings and that schema's own triggers.

Exit code 0: all within their targets; 1: not all; 2: the benchmark could not run.
"""

import argparse
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile

from benchmark import UNIT, run

LOAD_TARGET = 3  # times sqlite3's script
LIST_TARGET = 1.3  # times the present list
VERIFY_TARGET = 300_000  # versions a second
VERIFY_MEMORY_MB = 64
SCHEMA = os.path.join(os.path.dirname(__file__), "..", "..", "migrations", "0001_registry.sql")
SETTINGS = """PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; 
PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;
"""
# Insert order: citations before the records that they support, and a record before the ones that point to it.
TABLES = [
    "revision", "source", "citation", "name", "event", "post", "official", "programme", "unit", "enrollment", "region",
    "foreign_neighbour", "bloc_member",
]  # fmt: skip
LISTS = [
    f"enrollments --unit {UNIT} --format json",
    "units --region RU-KGD --format json",
    "officials --region RU-KGD --format csv",
    "enrollments --region RU-KGD --on 2025-06-01 --format json",
]


def write_scripts(file: str, inserts: str, selects: str) -> int:
    """Writes the file's rows as INSERTs, and as INSERT … SELECT from it; gives the number of rows."""
    source = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    count = 0
    with open(inserts, "w") as values, open(selects, "w") as queries:
        values.write(SETTINGS)
        queries.write(f"{SETTINGS}ATTACH '{file}' AS source;\n")
        for (revision,) in source.execute("SELECT id FROM revision ORDER BY id").fetchall():
            values.write("BEGIN IMMEDIATE;\n")
            queries.write("BEGIN IMMEDIATE;\n")
            for table in TABLES:
                key = "id" if table == "revision" else "revision"
                columns = [column for _, column, *_ in source.execute(f"PRAGMA table_info({table})")]
                row = " || ',' || ".join(f"quote({column})" for column in columns)
                for (text,) in source.execute(f"SELECT {row} FROM {table} WHERE {key} = ?", (revision,)):
                    values.write(f"INSERT INTO {table} VALUES ({text});\n")
                    count += 1
                queries.write(f"INSERT INTO {table} SELECT * FROM source.{table} WHERE {key} = {revision};\n")
            values.write("COMMIT;\n")
            queries.write("COMMIT;\n")
    return count


def remove(file: str) -> None:
    for rest in ("", "-wal", "-shm"):
        if os.path.exists(file + rest):
            os.remove(file + rest)


def loaded_by_shell(folder: str, script: str) -> float:
    """Seconds that the sqlite3 shell takes for a script."""
    file = os.path.join(folder, "plain.db")
    remove(file)
    with open(SCHEMA) as schema:
        subprocess.run(["sqlite3", file], stdin=schema, check=True)
    return run(["sqlite3", "-bail", file, f".read {script}"])[0]


def loaded_by_muster(muster: str, folder: str, count: int) -> float:
    file = os.path.join(folder, "again.db")
    remove(file)
    seconds = run([muster, "demo", "--scale", str(count), "--db", file])[0]
    remove(file)
    return seconds


def paired(first, second, pairs: int) -> list[float]:
    """The ratios of two measurements, each pair in turn and the order alternating."""
    ratios = []
    for number in range(pairs):
        if number % 2:
            denominator, numerator = second(), first()
        else:
            numerator, denominator = first(), second()
        ratios.append(numerator / denominator)
    return ratios


def report(what: str, ratios: list[float], target: float | None, missed: list[str]) -> None:
    median = statistics.median(ratios)
    shown = f"{target:.1f}" if target else "-"
    print(f"{what:<72} {median:6.2f} {min(ratios):6.2f} {max(ratios):6.2f} {shown:>7}", flush=True)
    if target and median > target:
        missed.append(f"{what}: the ratio {median:.2f} is over its target of {target:.1f}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--muster", default="muster", metavar="PATH", help="the command (default: the one in PATH)")
    parser.add_argument("--enrollments", type=int, default=300_000, metavar="N", help="how many to load")
    parser.add_argument("--loads", type=int, default=3, metavar="R", help="how many pairs of loads")
    parser.add_argument("--runs", type=int, default=15, metavar="R", help="how many pairs of lists")
    options = parser.parse_args()
    muster = shutil.which(options.muster)
    if not muster or not shutil.which("sqlite3"):
        print("benchmark: muster or sqlite3 is not there; build the one, install the other", file=sys.stderr)
        return 2
    missed: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        file, inserts, selects = (os.path.join(folder, name) for name in ("scale.db", "inserts.sql", "selects.sql"))
        run([muster, "demo", "--scale", str(options.enrollments), "--db", file])
        rows = write_scripts(file, inserts, selects)
        print(f"{'what':<72} {'ratio':>6} {'least':>6} {'most':>6} {'target':>7}")
        own = lambda: loaded_by_muster(muster, folder, options.enrollments)  # noqa: E731
        against = f"loading {rows} rows, against sqlite3 and "
        for script, name, target in ((inserts, "a script", LOAD_TARGET), (selects, "INSERT … SELECT", None)):
            ratios = paired(own, lambda: loaded_by_shell(folder, script), options.loads)
            report(against + name, ratios, target, missed)

        newest = sqlite3.connect(file).execute("SELECT max(id) FROM revision").fetchone()[0]
        for line in LISTS:
            present = [muster, *line.split(), "--db", file]
            # The first two revisions make the regions, and the sources and units of the enrollments.
            for moment, target in ((max(newest // 2, 3), LIST_TARGET), (newest, None)):
                past = [*present, "--known-at", str(moment)]
                ratios = paired(lambda: run(past)[0], lambda: run(present)[0], options.runs)
                report(f"{line} --known-at {moment} of {newest}", ratios, target, missed)

        command = [muster, "verify", "--db", file]
        versions = int(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.split()[3])
        seconds, memory = zip(*(run(command) for _ in range(3)))
        rate = versions / statistics.median(seconds)
        print(f"verify: {versions} versions at {rate / VERIFY_TARGET:.2f} times its target of {VERIFY_TARGET} a second")
        print(f"verify: {max(memory):.0f} MB at its peak, of a target of {VERIFY_MEMORY_MB}")
        if rate < VERIFY_TARGET or max(memory) > VERIFY_MEMORY_MB:
            missed.append("verify misses its target")
    for miss in missed:
        print(miss, file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
