#!/usr/bin/env python3
"""Reads the exports ftm, ftm-statements, popolo and ris with the programs that they are for, from PyPI: followthemoney,
everypolitician-popolo and rispy.

Four registries are exported: the demo, the record of Tests/record/record.sh, an invented one of 400 enrollments, and one of what is
odd: rejected records, deaths, dates and addresses of every form. Of each, the entities must pass `ftm validate` unchanged, every link
must lead to an entity of the schema that the model asks for, and every property must be what `muster show` and the listings say in
JSON, read here by followthemoney's own cleaning; `ftm aggregate-statements` must make the same entities of the statements, each
citation must be the word of its source, and who is dead or gone must not be current. Exit code 0 if all of that holds, 1 if not.
"""

import argparse
import collections
import concurrent.futures
import csv
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import click.testing
import graph_expected
import popolo_data.importer
import rispy
from followthemoney import model
from followthemoney.cli.cli import cli as ftm_command
from followthemoney.statement.util import get_prop_type

PREFIX = graph_expected.PREFIX


class Muster:
    """The command on one registry."""

    def __init__(self, program: str, db: pathlib.Path):
        self.program, self.db = program, db

    def run(self, *arguments: str, fails: bool = False) -> str:
        done = subprocess.run(
            [self.program, *arguments, "--db", str(self.db)], capture_output=True, text=True,
            env=os.environ | {"MUSTER_AUTHOR": "oracle"})
        if (done.returncode != 0) != fails:
            raise SystemExit(f"graph_check: {arguments}: {done.stderr}")
        self.notes = done.stderr
        return done.stdout

    def json(self, *arguments: str):
        return json.loads(self.run(*arguments, "--format", "json"))


def odd(muster: Muster) -> None:
    """Makes a registry of what other programs may stumble over."""
    addresses = [
        "https://example.org", "https://example.org/a;b?x=1&y=2#p", "HTTPS://Example.org/A", "https://example.org/?", "tg://resolve?domain=a",
        "https://example.org:8080/x#", "https://example.org/пример", "https://user@example.org/", "https://пример.рф/статья", "http://10.0.0.1/a",
        "https://example.org/a b|c", "https://example.org?q=1", "https://example.org/a;", "https://1.2/x",
    ]
    dates = ["2025", "2025-04", "2025-04-01", "2025-04~", "XXXX-04", "2025-04/2025-06", "2025-21", "[2025-04-01,2025-05-02]", "0850", "../2025-05-31",
             "2025-05-31/..", "2025?", "3100", "2025-XX"]
    kinds = ["official-channel", "official-document", "state-agency", "regional-media", "national-media", "foreign-media", "think-tank", "ngo",
             "rewrite", "other"]
    languages = ["ru", "en", "uk", "de", "xal", "tt", "zh", "rus"]
    m = muster.run
    m("init")
    for number in range(14):
        m("add", "source", f"Source \"{number}\", of; commas\\ and 'marks'", "--kind", kinds[number % 10], "--url", addresses[number], "--published",
          dates[number], "--language", languages[number % 8], "--publisher", f"\"Press {number}\"", "--note", "line one")
    m("add", "source", "Not cited", "--kind", "other")
    m("edit", "S2", "derived_from=S1", "relation=quotes")
    m("add", "programme", "BARS", "--launched", "XXXX-04", "--source", "S1")
    m("add", "unit", "\"Барс\"", "--region", "RU-KGD", "--programme", "BARS", "--kind", "regional", "--source", "S2")
    m("add", "unit", "--kind", "unnamed", "--region", "RU-KRS", "--source", "S3")
    m("add", "unit", "Ended unit", "--region", "RU-BEL", "--status", "established", "--on", "2024-05", "--source", "S4")
    m("add", "unit", "Wrong unit", "--region", "RU-BRY", "--source", "S5")
    m("add", "unit", "Part", "--kind", "subunit", "--part-of", "Wrong unit", "--region", "RU-BRY", "--source", "S5")
    for number, date in enumerate(dates, 1):
        names = ["Иванов", "Петров", "Сидоров", "Кузнецов", "Смирнов", "Попов", "Васильев", "Соколов", "Михайлов", "Новиков", "Фёдоров", "Морозов", "Волков", "Алексеев"]
        arguments = ["enroll", f"Пётр {names[number - 1]}", "--post", "Министр", "--post-kind", "regional-minister", "--post-region", "RU-KGD",
                     "--tenure", "appointed", "--unit", ["U1", "U2", "U3"][number % 3], "--state", "joined", "--source", f"S{number}"]
        if number not in (9, 13):
            arguments += ["--on", date]
        m(*arguments)
    m("event", "E1", "killed", "--on", "2025-07-01", "--source", "S3", "--source", "S4")
    m("event", "E2", "killed", "--source", "S5", "--source", "S6")
    m("event", "E3", "left", "--on", "2026-01~", "--source", "S7", "--cause", "the end; \"and more")
    m("event", "E4", "denied", "--on", "2025-05", "--source", "S8")
    m("event", "P5", "dismissed", "--on", "2025-06/2025-07", "--source", "S9")
    m("event", "P6", "suspended", "--for", "E6", "--on", "2025-06-05", "--source", "S9")
    m("event", "U3", "disbanded", "--on", "2025-10-01", "--source", "S10")
    m("event", "U1", "battalion", "--on", "2025-10", "--source", "S10")
    m("event", "U1", "strength", "300..500", "--on", "2025-10", "--source", "S10")
    m("enroll", "--group", "deputies of the city", "--at-least", "3", "--at-most", "7", "--unit", "U1", "--group-region", "RU-KGD", "--source", "S11")
    m("enroll", "--group", "other deputies", "--unit", "U1", "--perhaps-same-as", "E15", "--state", "announced", "--source", "S12")
    m("resolve", "E15", "--to", "Олег Названный", "--post", "Депутат", "--post-kind", "local-deputy", "--post-region", "RU-KGD", "--source", "S12")
    m("edit", "U1", "ordinal=5", "--inferred", "four came before")
    m("edit", "E7", "contract=volunteer", "--source", "S13", "--stated", "volunteer")
    m("cite", "E7", "--field", "contract", "--stated", "reserve", "--disputes", "--source", "S14", "--speaker", "a deputy", "--speech", "attributed", "--quote", "\"reserve\"")
    m("edit", "U4", "standing=rejected", "--note", "no such unit")
    m("edit", "E9", "standing=rejected", "--note", "another man")
    m("edit", "E10", "standing=disputed", "--note", "two sources differ")
    m("cite", "E11", "--field", "role", "--stated", "driver", "--source", "S2")
    m("look", "RU-PSK", "--on", "2026-02-01", "--in", "the press", "--found", "none")


class Check:
    """The checks of one registry."""

    def __init__(self, muster: Muster, name: str, step: int):
        self.muster, self.name, self.step = muster, name, step
        self.folder = muster.db.parent
        self.faults: list[str] = []
        self.today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()

    def fault(self, text: str) -> None:
        self.faults.append(f"{self.name}: {text}")

    def export(self, form: str) -> pathlib.Path:
        paths = [self.folder / f"{self.name}.{form}", self.folder / f"{self.name}.{form}.2"]
        for path in paths:
            self.muster.run("export", form, str(path))
        if paths[0].read_bytes() != paths[1].read_bytes():
            self.fault(f"two exports of {form} differ")
        return paths[0]

    def ftm(self, *arguments: str) -> None:
        # The command `ftm`, without the seconds that it takes to start.
        done = click.testing.CliRunner().invoke(ftm_command, arguments)
        if done.exit_code:
            self.fault(f"ftm {arguments[0]}: {done.output[-500:]} {done.exception}")

    def entities(self, path: pathlib.Path) -> dict:
        entities = {}
        for line in path.open():
            entity = json.loads(line)
            if entity["id"] in entities:
                self.fault(f"{entity['id']} stands twice")
            values = {name: sorted(values) for name, values in entity["properties"].items()}
            entities[entity["id"]] = (entity["schema"], values)
        return entities

    def follow_the_money(self) -> None:
        entities, statements = self.export("ftm"), self.export("ftm-statements")
        clean, joined = self.folder / "clean", self.folder / "joined"
        self.ftm("validate", "-i", str(entities), "-o", str(clean))
        self.ftm("aggregate-statements", "-i", str(statements), "-o", str(joined))
        self.found = self.entities(entities)
        for name, other in (("validate", self.entities(clean)), ("aggregate-statements", self.entities(joined))):
            for key in self.found.keys() | other.keys():
                if self.found.get(key) != other.get(key):
                    self.fault(f"ftm {name} changes {key}: {self.found.get(key)} to {other.get(key)}")
        self.model()
        self.statements(statements)
        self.round_trip()
        self.current()

    def model(self) -> None:
        """Each entity by the model: required properties, values of the type, links that lead to what they may."""
        for key, (name, properties) in self.found.items():
            schema = model.get(name)
            missing = [required for required in schema.required if not properties.get(required)]
            # A unit without a name has none; FollowTheMoney has no other word for that than a weak alias.
            if missing and not (missing == ["name"] and properties.get("weakAlias")):
                self.fault(f"{key} has no {missing}")
            for property_name, values in properties.items():
                prop = schema.get(property_name)
                for value in values:
                    if not prop.type.validate(value):
                        self.fault(f"{key} {property_name} cannot be {value!r}")
                    if prop.range is None:
                        continue
                    target = self.found.get(value)
                    if target is None or not model.get(target[0]).is_a(prop.range):
                        self.fault(f"{key} {property_name} leads to {value}, which is {target and target[0]}")

    def statements(self, path: pathlib.Path) -> None:
        origins = collections.defaultdict(set)
        seen = set()
        with path.open(newline="") as file:
            for row in csv.DictReader(file, dialect=csv.unix_dialect):
                if row["id"] in seen:
                    self.fault(f"statement {row['id']} stands twice")
                seen.add(row["id"])
                if row["prop_type"] != get_prop_type(row["schema"], row["prop"]):
                    self.fault(f"{row['prop']} is no {row['prop_type']}")
                for time in (row["first_seen"], row["last_seen"]):
                    if time:
                        datetime.datetime.strptime(time, "%Y-%m-%dT%H:%M:%S")
                if row["first_seen"] > row["last_seen"]:
                    self.fault(f"statement {row['id']} was last seen before it was first")
                if row["origin"] not in ("muster:registry", "muster:inference") and row["origin"] not in self.found:
                    self.fault(f"the origin {row['origin']} is no document")
                origins[row["entity_id"]].add(row["origin"])
        for key, (schema, properties) in self.found.items():
            if schema == "Documentation" and origins[key] != set(properties["document"]):
                self.fault(f"{key} is not the word of its source alone: {origins[key]}")

    def round_trip(self) -> None:
        """Every property, both ways: nothing that JSON has is missing, and nothing stands there that JSON has not."""
        every = graph_expected.ids(self.muster)
        # The regions that nothing is said of are the same in each registry, so one of them shows all.
        cited = {code for code, in graph_expected.read(self.muster, "SELECT region_code FROM citation")}
        ids = [record for index, record in enumerate(every[:: self.step])
               if self.name == "record" or "-" not in record or record in cited or index % 9 == 0]
        left = {graph_expected.key(record) for record in set(every) - set(ids)}
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            shown = list(pool.map(self.show, ids))
        expected = graph_expected.Expected({record["id"]: record for record in shown}, graph_expected.listed(self.muster))
        for record in shown:
            expected.add(record)
        for key, (schema, properties) in expected.entities().items():
            if self.found.get(key) != (schema, properties):
                self.fault(f"{key} is\n  {self.found.get(key)} and was to be\n  {(schema, properties)}")
        if self.step == 1:
            for key in self.found.keys() - expected.entities().keys() - left:
                self.fault(f"{key} is not in the JSON: {self.found[key]}")

    def show(self, record: str) -> dict:
        shown = Muster(self.muster.program, self.muster.db).json("show", record)
        if shown["kind"] in ("post", "enrollment"):
            on = Muster(self.muster.program, self.muster.db).json("show", record, "--on", self.today)
            shown["grade"] = (on["state"] or {}).get("grade") or "no"
        return shown

    def current(self) -> None:
        """Who is in a unit today, by the listing, and nobody else, is current."""
        today = self.muster.json("enrollments", "--on", self.today)
        sure = {PREFIX + row["id"] for row in today if row["grade"] in ("definitely", "presumably") and row["official"]}
        current = {key for key, (schema, values) in self.found.items() if schema == "Membership" and values["status"] == ["current"]}
        if sure != current:
            self.fault(f"current are {sorted(current ^ sure)[:5]} by one of the two alone")
        dead = {PREFIX + row["official"]["id"] for row in self.muster.json("enrollments", "--state", "killed")
                if row["official"] and row["states"] == ["killed"]}
        for key, (schema, values) in self.found.items():
            holder = set(values.get("holder", []) + values.get("member", []))
            # What is denied or unclear has not ended: it never was, for all that is known.
            allowed = (["ended"], ["unknown"]) if {"state: denied", "state: unclear"} & set(values.get("description", [])) else (["ended"],)
            if schema in ("Occupancy", "Membership") and holder & dead and values["status"] not in allowed:
                self.fault(f"{key} is {values['status']}, and {holder} is dead")

    def popolo(self) -> None:
        path = self.export("popolo")
        popolo = popolo_data.importer.Popolo.from_filename(str(path))
        held = {"persons": "Person", "organizations": "Organization", "posts": "Position"}
        for collection, schema in held.items():
            here = {item.id: item.name if collection != "posts" else item.label for item in getattr(popolo, collection)}
            there = {key: (values.get("name") or values["weakAlias"])[0] for key, (other, values) in self.found.items() if other == schema}
            if {key: name.strip("\"'") for key, name in here.items()} != there:
                self.fault(f"popolo {collection}: {set(here.items()) ^ set(there.items())}")
        areas = {PREFIX + row["code"].replace("/", "."): row["name"] for row in self.muster.json("regions")}
        if not areas.items() <= {area.id: area.name for area in popolo.areas}.items():
            self.fault("popolo: an area is missing, or has another name")
        lives = {key: values for key, (schema, values) in self.found.items() if schema in ("Occupancy", "Membership")}
        never = {key for key, values in lives.items() if {"state: denied", "state: unclear"} >= {
            text for text in values.get("description", []) if text.startswith("state: ")} and any(
            text.startswith("state: ") for text in values.get("description", []))}
        members = {item.data["id"]: item for item in popolo.memberships}
        if set(members) != set(lives) - never:
            self.fault(f"popolo memberships: {sorted(set(members) ^ (set(lives) - never))[:5]}")
        for key, item in members.items():
            values = lives[key]
            place = (item.post_id and item.post.id) or (item.organization_id and item.organization.id)
            if [item.person.id] != values.get("holder", values.get("member")) or [place] != values.get("post", values.get("organization")):
                self.fault(f"popolo {key} links {item.person} with {place}")
            # An end that is known to a month or a year may be after today, for all that Popolo can tell.
            if values["status"] == ["ended"] and (not item.data["end_date"] or item.current and item.data["end_date"] not in values.get("endDate", [])):
                self.fault(f"popolo: {key} has ended, and is current")
            if values["status"] == ["current"] and not item.current:
                self.fault(f"popolo: {key} lasts, and is not current")
            if item.data["start_date"] not in values.get("startDate", [None]):
                self.fault(f"popolo: {key} began {item.data['start_date']}")
            notes = {note["note"].split(",")[0] for note in item.data["sources"]}
            if {PREFIX + note for note in notes} != set(values.get("proof", [])):
                self.fault(f"popolo: {key} has the sources {notes}")
        groups = {key for key, (schema, values) in self.found.items() if schema == "Note"}
        if {event.id for event in popolo.events} != groups:
            self.fault("popolo: the events are not the groups")

    def ris(self) -> None:
        path = self.export("ris")
        text = path.read_bytes().decode()
        if re.search(r"(?<!\r)\n", text):
            self.fault("ris: a line does not end with CRLF")
        with path.open() as file:
            records = rispy.load(file)
        listed = {row["id"]: row for row in self.muster.json("sources") if row["citations"]}
        if [record["accession_number"] for record in records] != list(listed):
            self.fault(f"ris has {len(records)} records of {len(listed)} cited sources")
        for record in records:
            row = listed[record["accession_number"]]
            there = (record["title"], record.get("publisher"), ";".join(record.get("urls", [])) or None)
            if there != (row["title"], row["publisher"], row["url"]):
                self.fault(f"ris {row['id']}: {there}")
            edtf = (row["published"] or {}).get("edtf")
            if edtf and record.get("date", "").strip("/").replace("/", "-") != edtf and f"published: {edtf}" not in record["notes"]:
                self.fault(f"ris {row['id']}: published {record.get('date')}, not {edtf}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--muster", required=True)
    program = os.path.abspath(parser.parse_args().muster)
    script = pathlib.Path(__file__).resolve().parent.parent / "record" / "record.sh"
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        bases = {name: Muster(program, pathlib.Path(folder) / f"{name}.db") for name in ("demo", "record", "odd", "scale")}
        bases["demo"].run("demo")
        bases["record"].run("init")
        subprocess.run(["bash", str(script)], check=True, capture_output=True,
                       env=os.environ | {"MUSTER": program, "MUSTER_DB": str(bases["record"].db)})
        odd(bases["odd"])
        bases["scale"].run("demo", "--scale", "400")
        for name, muster in bases.items():
            check = Check(muster, name, step=41 if name == "scale" else 1)
            check.follow_the_money()
            check.popolo()
            check.ris()
            print(f"{name}: {len(check.found)} entities, {len(check.faults)} faults")
            faults += check.faults
    for fault in faults[:40]:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
