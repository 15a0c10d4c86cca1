#!/usr/bin/env python3
"""Gives the exports of tables to programs that others wrote, and compares what they read with what SQLite reads from the file.

The clients: frictionless (data package), Python's csv and LibreOffice (CSV), openpyxl (workbook), PostgreSQL with psql (script),
datasette (the file itself). The registries: the public record of Tests/record, typed in here, and a large invented one. Texts that
a spreadsheet would run are added to the first. Exit code 0 if all agree, 1 at the first that does not.
"""

import argparse
import asyncio
import csv
import filecmp
import io
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import frictionless
import openpyxl
from datasette.app import Datasette

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
POSTGRES = pathlib.Path("/usr/lib/postgresql/15/bin")
HOSTILE = ["=HYPERLINK(\"https://example.org/\",\"x\")", "+1+2", "-2+3;=4+5", "@SUM(1,2)", "a,b;=1+1\"quoted\"", "'=1", "плюс «=»"]
LETTERS = {"source": "S", "programme": "G", "unit": "U", "official": "O", "post": "P", "enrollment": "E", "event": "V", "citation": "C"}
# What refers to a kind of record, by the end of the column's name or by the whole of it.
REFERRING = {"derived_from": "S", "came_from": "G", "part_of": "U", "other_unit": "U", "for_enrollment": "E", "perhaps_same_as": "E",
             "group_id": "E", "member_id": "E", "weighed": "C"} | {f"{kind}_id": letter for kind, letter in LETTERS.items()}
FILTERED = ["--unit", "BARS-Kaliningrad", "--on", "2025-08-01"]
VIEWS = ["v_citations", "v_enrollments", "v_events", "v_officials", "v_posts", "v_regions", "v_sources", "v_units"]


def fail(text: str):
    print(f"export_check: {text}", file=sys.stderr)
    sys.exit(1)


def expect(is_so: bool, text: str):
    if not is_so:
        fail(text)


class Checked:
    """A registry, and muster to export it."""

    def __init__(self, muster: str, folder: pathlib.Path, name: str):
        self.muster, self.folder, self.db = muster, folder, folder / f"{name}.db"

    def run(self, *arguments: str) -> bytes:
        environment = os.environ | {"MUSTER_AUTHOR": "check", "MUSTER_DB": str(self.db), "MUSTER": self.muster}
        done = subprocess.run([self.muster, *arguments], env=environment, capture_output=True)
        expect(done.returncode == 0, f"muster {' '.join(arguments)}: {done.stderr.decode()}")
        return done.stdout

    def type_record(self):
        self.run("init")
        environment = os.environ | {"MUSTER_DB": str(self.db), "MUSTER": self.muster}
        subprocess.run(["bash", str(ROOT / "Tests/record/record.sh")], env=environment, check=True, capture_output=True)
        for text in HOSTILE:
            self.run("add", "source", text, "--kind", "other", "--publisher", text, "--note", text)
            self.run("enroll", "--group", text, "--unit", "BARS-Kaliningrad", "--source", text, "--quote", text)

    def sqlite(self) -> sqlite3.Connection:
        return sqlite3.connect(f"file:{self.db}?mode=ro", uri=True)

    def tables(self) -> dict[str, list[str]]:
        """The tables of records with their columns but the revision."""
        db = self.sqlite()
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB '*_history'")]
        tables = {}
        for name in (name.removesuffix("_history") for name in names):
            tables[name] = [row[1] for row in db.execute(f"PRAGMA table_info({name})") if row[1] != "revision"]
        return tables

    def rows(self, table: str, columns: list[str]) -> list[tuple]:
        key = {"region": "code", "bloc_member": "bloc, country, since", "foreign_neighbour": "region_code, country, border"}
        return self.sqlite().execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {key.get(table, 'id')}").fetchall()


def shown(table: str, column: str, value, row: dict) -> str:
    """A value as the exports of text are documented to show it."""
    if value is None:
        return ""
    letter = LETTERS.get(table) if column == "id" else REFERRING.get(column)
    if table in ("distinction", "merge") and column in ("one", "other", "gone", "kept"):
        letter = LETTERS[row["kind"]]
    return f"{letter or ''}{value}"


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


def check_package(checked: Checked):
    first, second, part = (checked.folder / f"{checked.db.stem}-{name}" for name in ("package", "again", "part"))
    checked.run("export", "datapackage", str(first))
    checked.run("export", "datapackage", str(second))
    names = sorted(path.name for path in first.iterdir())
    expect(filecmp.cmpfiles(first, second, names, shallow=False)[0] == names, "the same registry gives other bytes")
    packages = [first]
    if checked.db.stem == "record":
        checked.run("export", "datapackage", str(part), *FILTERED)
        packages.append(part)
    for package in packages:
        report = frictionless.validate(str(package / "datapackage.json"))
        expect(report.valid and report.stats["tasks"], f"frictionless refuses {package.name}: {report.to_summary()}")
    tables = checked.tables()
    described = json.loads((first / "datapackage.json").read_text())
    expect(sorted(resource["name"] for resource in described["resources"]) == sorted(tables), "a table is missing")
    for table, columns in tables.items():
        rows = read_csv((first / f"{table}.csv").read_bytes())
        expect(rows[0] == columns, f"{table}: {rows[0]}")
        wanted = [[shown(table, name, value, dict(zip(columns, row))) for name, value in zip(columns, row)]
                  for row in checked.rows(table, columns)]
        expect(rows[1:] == wanted, f"{table}: the rows differ")
    if checked.db.stem == "record":
        selected = [row[0] for row in read_csv((part / "selected.csv").read_bytes())[1:]]
        listed = [row[0] for row in read_csv(checked.run("enrollments", "--format", "csv", *FILTERED))[1:]]
        expect(sorted(selected) == sorted(listed) and listed, "the filter selects other enrollments than the listing")
    return first


def check_csv(checked: Checked):
    rows = read_csv(checked.run("export", "csv"))
    header = rows[0]
    db = checked.sqlite()
    expect([row[0] for row in rows[1:]] == [f"E{number}" for (number,) in db.execute("SELECT id FROM enrollment ORDER BY id")], "csv: ids")
    who = header.index("group_who")
    expect([row[who] for row in rows[1:]] == [text or "" for (text,) in db.execute("SELECT group_who FROM enrollment ORDER BY id")], "csv: text")
    guarded_file = checked.folder / f"{checked.db.stem}-guarded.csv"
    checked.run("export", "csv", "--for-spreadsheets", str(guarded_file))
    data = guarded_file.read_bytes()
    expect(data.startswith(b"\xef\xbb\xbf"), "no byte order mark")
    guarded = read_csv(data.removeprefix(b"\xef\xbb\xbf"))
    risky = re.compile(r"[=+\-@\t\r\n]")
    expect(guarded == [["'" + cell if risky.match(cell) else cell for cell in row] for row in rows], "csv: guarded cells")
    if checked.db.stem != "record":
        return
    expect(sum(cell.startswith("'") for row in guarded for cell in row) >= 4, "nothing was guarded")
    exact_file = checked.folder / f"{checked.db.stem}-exact.csv"
    checked.run("export", "csv", str(exact_file))
    for separator in (44, 59):
        run_of_exact, run_of_guarded = formulas([exact_file, guarded_file], separator)
        expect(run_of_exact, "LibreOffice runs no cell of the exact file either, so it proves nothing")
        expect(not run_of_guarded, "LibreOffice runs a guarded cell")


def formulas(files: list[pathlib.Path], separator: int) -> list[list[str]]:
    """The cells of each file that LibreOffice runs if it opens CSV files with a separator, by its number."""
    folder = files[0].parent
    out = folder / f"opened-{separator}"
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", f"--infilter=CSV:{separator},34,76,1",
         "--convert-to", "xlsx", "--outdir", str(out), *map(str, files)], capture_output=True, timeout=300)
    made = [out / f"{file.stem}.xlsx" for file in files]
    expect(done.returncode == 0 and all(file.exists() for file in made), f"LibreOffice: {done.stderr.decode()}")
    return [[cell.value for row in openpyxl.load_workbook(file).active.iter_rows() for cell in row if cell.data_type == "f"]
            for file in made]


def check_workbook(checked: Checked, package: pathlib.Path):
    first, second = checked.folder / f"{checked.db.stem}-1.xlsx", checked.folder / f"{checked.db.stem}-2.xlsx"
    checked.run("export", "xlsx", str(first))
    second.write_bytes(checked.run("export", "xlsx", "-"))
    expect(filecmp.cmp(first, second, shallow=False), "xlsx: the same registry gives other bytes")
    book = openpyxl.load_workbook(first)
    links = 0
    expect(sorted(book.sheetnames) == sorted(path.stem for path in package.glob("*.csv")), "xlsx: sheets")
    for sheet in book:
        wanted = read_csv((package / f"{sheet.title}.csv").read_bytes())
        expect(sheet.max_row == len(wanted), f"xlsx: rows of {sheet.title}")
        for cells, row in zip(sheet.iter_rows(), wanted):
            expect(["" if cell.value is None else str(cell.value) for cell in cells] == row, f"xlsx: {sheet.title} {row}")
            for cell in cells:
                expect(cell.data_type != "f", f"xlsx: {cell.value} is a formula")
                if cell.hyperlink:
                    target, place = cell.hyperlink.location.split("!")
                    expect(book[target][place].value == cell.value, f"xlsx: {cell.value} leads to {cell.hyperlink.location}")
                    links += 1
    expect(links > 100, "xlsx: no links")


class Cluster:
    """A private cluster of PostgreSQL in a folder, of a user that is not root, without a port."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="muster-pg-"))
        self.who = {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}
        if self.who:
            shutil.chown(self.folder, "nobody", "nogroup")

    def __enter__(self):
        data = self.folder / "data"
        self.run(POSTGRES / "initdb", "-D", data, "-A", "trust", "-U", "check", "--encoding=UTF8", "--locale=C")
        self.run(POSTGRES / "pg_ctl", "-D", data, "-o", f"-k {self.folder} -c listen_addresses='' -c fsync=off", "-l",
                 self.folder / "log", "-w", "start")
        return self

    def __exit__(self, *_):
        self.run(POSTGRES / "pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder)

    def run(self, *arguments, **more) -> str:
        done = subprocess.run(
            [str(argument) for argument in arguments], cwd=self.folder, stdout=subprocess.PIPE, stderr=self.errors(), text=True,
            **self.who, **more)
        expect(done.returncode == 0, f"{arguments[0]}: {(self.folder / 'errors').read_text()}")
        return done.stdout

    def errors(self):
        # A server that is started keeps a pipe open, which would be waited for.
        return open(self.folder / "errors", "w")

    def psql(self, database: str, *arguments, **more) -> str:
        return self.run(POSTGRES / "psql", "-h", self.folder, "-U", "check", "-d", database, "-X", "-q", *arguments, **more)

    def rows(self, database: str, sql: str) -> list[list[str]]:
        return read_csv(self.psql(database, "--csv", "-t", "-c", sql).encode())


def check_postgres(checked: Checked, cluster: Cluster, *filters: str):
    name = f"{checked.db.stem}{len(filters)}"
    script = checked.run("export", "sql", *filters).decode()
    expect(script == checked.run("export", "sql", *filters).decode(), "sql: the same registry gives another script")
    cluster.run(POSTGRES / "createdb", "-h", cluster.folder, "-U", "check", name)
    cluster.psql(name, input=script)
    count = "SELECT count(*) FROM information_schema."
    tables = checked.tables()
    references = sum(
        len([row for row in checked.sqlite().execute(f"PRAGMA foreign_key_list({table})") if row[3] != "revision"]) for table in tables)
    keys = int(cluster.rows(name, f"{count}table_constraints WHERE constraint_type = 'FOREIGN KEY'")[0][0])
    expect(keys == references + (1 if filters else 0), f"sql: {keys} foreign keys, and {references} in the file")
    commented = "SELECT count(*) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE relkind = 'r' AND attnum > 0 AND " \
        "relnamespace = 'public'::regnamespace AND col_description(c.oid, attnum) IS NULL"
    expect(cluster.rows(name, commented) == [["0"]], "sql: a column has no comment")
    refused = subprocess.run(
        [str(POSTGRES / "psql"), "-h", str(cluster.folder), "-U", "check", "-d", name, "-c", "UPDATE unit SET kind = 'fleet'"],
        capture_output=True, text=True, **cluster.who)
    expect("check constraint" in refused.stderr, "sql: a value outside a list is taken")
    views = [row[0] for row in cluster.rows(name, "SELECT table_name FROM information_schema.views WHERE table_schema = 'public' ORDER BY 1")]
    expect(views == VIEWS, f"sql: views {views}")
    if filters:
        return
    for table, columns in tables.items():
        wanted = [["" if value is None else str(value) for value in row] for row in checked.rows(table, columns)]
        key = {"region": "code COLLATE \"C\"", "bloc_member": "1, 2, 3", "foreign_neighbour": "1, 2, 3"}.get(table, "id")
        listed = ", ".join(f'"{column}"' for column in columns)
        got = cluster.rows(name, f'SELECT {listed} FROM "{table}" ORDER BY {key}')
        # PostgreSQL calls the year 0 of ISO 8601 the year 1 BC.
        got = [[re.sub(r"^0001-(\d\d-\d\d) BC$", r"0000-\1", cell) for cell in row] for row in got]
        expect(got == wanted, f"sql: {table} differs")
    for view in VIEWS:
        got = sorted(cluster.rows(name, f"SELECT * FROM {view}"))
        wanted = sorted(["" if value is None else str(value) for value in row] for row in checked.sqlite().execute(f"SELECT * FROM {view}"))
        got = [[re.sub(r"^0001-(\d\d-\d\d) BC$", r"0000-\1", cell) for cell in row] for row in got]
        expect(sorted(got) == wanted, f"sql: the view {view} gives other rows")


def check_datasette(checked: Checked):
    # The program itself takes seconds to start, for each of its answers.
    server = Datasette(immutables=[str(checked.db)])

    def get(path: str):
        answer = asyncio.run(server.client.get(path))
        expect(answer.status_code == 200, f"datasette: {path}: {answer.status_code}")
        return answer.json()

    database = get(f"/{checked.db.stem}.json")
    expect(sorted(view["name"] for view in database["views"]) == VIEWS, "datasette: views")
    seen = [table["name"] for table in database["tables"] if not table["hidden"]]
    expect("enrollment" in seen and not [name for name in seen if "_search" in name], f"datasette shows {seen}")
    for view in VIEWS:
        answer = get(f"/{checked.db.stem}/{view}.json?_shape=array&_size=max")
        wanted = checked.sqlite().execute(f"SELECT count(*) FROM {view}").fetchone()[0]
        expect(len(answer) == min(wanted, 1000) and wanted, f"datasette: {view} has {len(answer)} rows")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--muster", default=str(ROOT / ".build/release/muster"), help="the program")
    parser.add_argument("--scale", type=int, default=300, help="how many enrollments the invented registry has")
    arguments = parser.parse_args()
    muster = str(pathlib.Path(arguments.muster).resolve())
    with tempfile.TemporaryDirectory() as folder, Cluster() as cluster:
        record = Checked(muster, pathlib.Path(folder), "record")
        record.type_record()
        large = Checked(muster, pathlib.Path(folder), "large")
        large.run("demo", "--scale", str(arguments.scale), "--db", str(large.db))
        check_postgres(record, cluster, *FILTERED)
        for checked in (record, large):
            package = check_package(checked)
            check_csv(checked)
            check_workbook(checked, package)
            check_postgres(checked, cluster)
            check_datasette(checked)
            print(f"{checked.db.stem}: all clients read what the file holds")


if __name__ == "__main__":
    main()
