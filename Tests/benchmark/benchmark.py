#!/usr/bin/env python3
"""Compares the command with the sqlite3 shell: the same questions of the same file, in turn, as ratios of their times.

The file is made with `muster demo --scale`. Each question is first asked of both and the answers are compared: the number
of rows, and for units also their ids and people. Then both are timed from start to end of the process, in pairs whose
order alternates. Bare times are not printed, because they depend more on the machine than on the program.

Exit code 0: the answers agree, and time and memory are within their targets; 1: they do not or are not; 2: the benchmark could not run.
"""

import argparse
import csv
import io
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

MEMORY_LIMIT_MB = 40
REGION = "RU-KGD"
UNIT = "BARS-Kaliningrad"
DAY = "2025-06-01"

IN_REGION = f"(SELECT code FROM region WHERE code = '{REGION}' UNION ALL SELECT code FROM region WHERE parent = '{REGION}')"
IN_UNIT = "'announced', 'joined', 'contract_signed', 'training', 'serving', 'deployed'"
UNCOUNTED = "'denied', 'unclear'"


def newest(record: str, facet: str, subject: str) -> str:
    """The id of the newest event of a facet: the last recorded of those that nothing certainly follows."""

    def own(event: str) -> str:
        return f"{event}.{record}_id = {subject} AND {event}.facet = '{facet}' AND {event}.standing <> 'rejected'"

    return (
        f"(SELECT max(v.id) FROM event v WHERE {own('v')} AND NOT EXISTS"
        f" (SELECT 1 FROM event f WHERE {own('f')} AND f.earliest > v.latest))"
    )


def newest_value(record: str, facet: str, subject: str) -> str:
    return f"(SELECT value FROM event WHERE id = {newest(record, facet, subject)})"


OWN = "{0}.enrollment_id = e.id AND {0}.facet = 'state' AND {0}.standing <> 'rejected'"
LAST = f"min(coalesce(v.latest, '{DAY}'), '{DAY}')"
POSSIBLE = f"""{OWN.format('v')} AND (v.earliest IS NULL OR v.earliest <= '{DAY}') AND NOT EXISTS (
    SELECT 1 FROM event f WHERE {OWN.format('f')} AND f.latest <= '{DAY}'
    AND (f.earliest > {LAST} OR (f.earliest = {LAST} AND f.id > v.id)))"""
CERTAINTY = f"""CASE WHEN NOT EXISTS (SELECT 1 FROM event v WHERE {POSSIBLE} AND v.value IN ({IN_UNIT})) THEN 0
    WHEN EXISTS (SELECT 1 FROM event v WHERE {POSSIBLE} AND v.value NOT IN ({IN_UNIT}))
    OR NOT EXISTS (SELECT 1 FROM event v WHERE {OWN.format('v')} AND v.latest <= '{DAY}') THEN 1 ELSE 2 END"""

COUNTS = f"""e.standing <> 'rejected' AND e.unit_id NOT IN (SELECT id FROM unit WHERE standing = 'rejected')
    AND (e.official_id IS NULL OR e.official_id NOT IN (SELECT id FROM official WHERE standing = 'rejected'))
    AND (NOT EXISTS (SELECT 1 FROM event x WHERE x.enrollment_id = e.id AND x.facet = 'state'
                     AND (x.value IN ({UNCOUNTED}) OR x.standing = 'rejected'))
         OR coalesce({newest_value('enrollment', 'state', 'e.id')} NOT IN ({UNCOUNTED}), 0))"""

SUPPORT = """SELECT source_id, locator, speaker FROM citation WHERE enrollment_id = e.id AND stance = 'supports'
    AND standing <> 'rejected' UNION ALL SELECT c.source_id, c.locator, c.speaker FROM event v
    JOIN citation c ON c.event_id = v.id WHERE v.enrollment_id = e.id AND c.stance = 'supports'
    AND c.standing <> 'rejected'"""

UNITS = f"""
WITH counted AS (
    SELECT e.unit_id, count(DISTINCT e.official_id) AS named, coalesce(sum(e.group_least), 0) AS least,
           coalesce(sum(e.group_most), 0) AS most,
           count(*) FILTER (WHERE e.group_least IS NOT NULL AND e.group_most IS NULL) AS unknown
    FROM unit u JOIN enrollment e ON e.unit_id = u.id
    WHERE u.region_code IN {IN_REGION} AND {COUNTS}
    GROUP BY e.unit_id)
SELECT 'U' || u.id AS id, n.text AS designation, u.kind, u.region_code AS region, r.text AS region_name,
       p.text AS programme, {newest_value('unit', 'form', 'u.id')} AS form,
       {newest_value('unit', 'status', 'u.id')} AS status, u.ordinal, u.standing,
       coalesce(c.named + c.least, 0) AS least,
       CASE WHEN c.unit_id IS NULL THEN 0 WHEN c.unknown = 0 THEN c.named + c.most END AS most,
       coalesce(c.named, 0) AS named
FROM unit u LEFT JOIN name n ON n.unit_id = u.id AND n.nature = 'primary'
LEFT JOIN name r ON r.region_code = u.region_code AND r.nature = 'primary'
LEFT JOIN name p ON p.programme_id = u.programme_id AND p.nature = 'primary'
LEFT JOIN counted c ON c.unit_id = u.id
WHERE u.region_code IN {IN_REGION} ORDER BY u.region_code, designation, u.id
"""

ENROLLED = f"""
SELECT 'E' || e.id AS id, 'O' || e.official_id AS official, 'U' || e.unit_id AS unit,
       coalesce(o.text, e.group_who) AS who, e.group_kind, e.group_least, e.group_most,
       (SELECT group_concat(title, '; ') FROM (SELECT title FROM post WHERE official_id = e.official_id ORDER BY id))
       AS posts, n.text AS designation, u.region_code AS region, e.contract, e.standing,
       (SELECT count(DISTINCT source_id) FROM ({SUPPORT})) AS sources,
       (SELECT group_concat(place, '; ') FROM (
           SELECT DISTINCT 'S' || source_id || coalesce(', ' || locator, '') || coalesce(', ' || speaker, '') AS place
           FROM ({SUPPORT}) ORDER BY source_id, place)) AS cited,
       ({COUNTS}) AS counts, {{shown}}
FROM enrollment e JOIN unit u ON u.id = e.unit_id
LEFT JOIN name n ON n.unit_id = e.unit_id AND n.nature = 'primary'
LEFT JOIN name o ON o.official_id = e.official_id AND o.nature = 'primary'
{{join}} WHERE {{condition}} ORDER BY e.id
"""

OF_UNIT = ENROLLED.format(
    shown="s.value AS state, s.date, s.earliest, s.latest",
    join=f"LEFT JOIN event s ON s.id = {newest('enrollment', 'state', 'e.id')}",
    condition=f"e.unit_id = (SELECT unit_id FROM name WHERE folded = '{UNIT.lower()}' AND unit_id IS NOT NULL)",
)

ALL = ENROLLED.format(
    shown="s.value AS state, s.date, s.earliest, s.latest",
    join=f"LEFT JOIN event s ON s.id = {newest('enrollment', 'state', 'e.id')}",
    condition="e.id > 0",
)

ON_DAY = ENROLLED.format(
    shown=f"""(SELECT group_concat(value, ' or ') FROM (
        SELECT DISTINCT v.value FROM event v WHERE {POSSIBLE} ORDER BY v.value)) AS state, {CERTAINTY} AS certainty""",
    join="",
    condition=f"u.region_code IN {IN_REGION} AND {CERTAINTY} > 0",
)

OFFICIALS = f"""
SELECT 'O' || o.id AS id, n.text AS name, o.standing,
       (SELECT group_concat(words, '; ') FROM (
           SELECT p.title || coalesce(', ' || p.region_code, '')
                  || coalesce(' (' || {newest_value('post', 'tenure', 'p.id')} || ')', '') AS words
           FROM post p WHERE p.official_id = o.id ORDER BY p.id)) AS posts,
       (SELECT group_concat(words, '; ') FROM (
           SELECT coalesce(w.text, 'unnamed unit')
                  || coalesce(' (' || {newest_value('enrollment', 'state', 'e.id')} || ')', '') AS words
           FROM enrollment e LEFT JOIN name w ON w.unit_id = e.unit_id AND w.nature = 'primary'
           WHERE e.official_id = o.id ORDER BY e.id)) AS units
FROM official o LEFT JOIN name n ON n.official_id = o.id AND n.nature = 'primary'
WHERE o.id IN (SELECT official_id FROM post WHERE region_code IN {IN_REGION}
               UNION ALL SELECT e.official_id FROM unit u JOIN enrollment e ON e.unit_id = u.id
               WHERE e.official_id IS NOT NULL AND u.region_code IN {IN_REGION})
ORDER BY name, o.id
"""


@dataclass(frozen=True)
class Question:
    """A question in the form for each program, and the highest ratio of their times that the command may reach."""

    arguments: str
    sql: str
    target: float | None = None

    @property
    def format(self) -> str:
        return self.arguments.rsplit(maxsplit=1)[1]


QUESTIONS = [
    Question(f"units --region {REGION} --format json", UNITS, target=1.4),
    Question(f"enrollments --unit {UNIT} --format json", OF_UNIT),
    Question(f"enrollments --region {REGION} --on {DAY} --format json", ON_DAY),
    Question("enrollments --format csv", ALL, target=2.5),
    Question(f"officials --region {REGION} --format csv", OFFICIALS),
]


def run(command: list[str]) -> tuple[float, float]:
    """Seconds from start to end, and peak resident memory in MB."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"benchmark: '{' '.join(command)[:200]}' ended with {process.returncode}")
    return seconds, usage.ru_maxrss / 1024


def rows(command: list[str], form: str) -> list[dict]:
    text = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
    if form == "csv":
        return list(csv.DictReader(io.StringIO(text)))
    return json.loads(text) if text.strip() else []


def people(unit: dict) -> tuple:
    numbers = unit.get("people", unit)
    return unit["id"], numbers["least"], numbers.get("most"), numbers["named"]


def difference(question: Question, ours: list[dict], theirs: list[dict]) -> str | None:
    if len(ours) != len(theirs):
        return f"muster gives {len(ours)} rows and sqlite3 {len(theirs)}"
    if not ours:
        return "there are no rows"
    if question.sql is UNITS and [people(unit) for unit in ours] != [people(unit) for unit in theirs]:
        return "the units or their people differ"
    if [row["id"] for row in ours] != [row["id"] for row in theirs]:
        return "the ids differ"
    return None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--muster", default="muster", metavar="PATH", help="the command (default: the one in PATH)")
    parser.add_argument("--enrollments", type=int, default=300_000, metavar="N", help="how many to fill the file with")
    parser.add_argument("--runs", type=int, default=21, metavar="R", help="how many pairs of runs for each question")
    parser.add_argument("--db", metavar="FILE", help="a file made before with --scale, instead of a new one")
    options = parser.parse_args()
    if not shutil.which(options.muster) or not shutil.which("sqlite3"):
        print("benchmark: muster or sqlite3 is not there; build the one, install the other", file=sys.stderr)
        return 2
    if options.runs < 2:
        parser.error("--runs is a whole number from 2")
    with tempfile.TemporaryDirectory() as folder:
        file = options.db or os.path.join(folder, "scale.db")
        if not options.db:
            run([options.muster, "demo", "--scale", str(options.enrollments), "--db", file])
        return compare(options.muster, file, options.runs)


def compare(muster: str, file: str, runs: int) -> int:
    pairs = [
        (
            question,
            [muster, *question.arguments.split(), "--db", file],
            ["sqlite3", "-readonly", f"-{question.format}", "-header", file, question.sql],
        )
        for question in QUESTIONS
    ]
    # Measure before any answer is read: a child's peak memory includes the size of the process that forked it.
    memory = [max(run(ours)[1] for _ in range(2)) for _, ours, _ in pairs]
    missed = []
    for question, ours, theirs in pairs:
        unlike = difference(question, rows(ours, question.format), rows(theirs, question.format))
        if unlike:
            missed.append(f"{question.arguments}: {unlike}")
    if missed:
        print("\n".join(missed), file=sys.stderr)
        return 1

    print(f"{'question':<58} {'ratio':>6} {'lower':>6} {'upper':>6} {'target':>7} {'memory':>7}")
    for (question, ours, theirs), peak in zip(pairs, memory):
        run(ours), run(theirs)
        ratios = []
        for number in range(runs):
            if number % 2:
                denominator, numerator = run(theirs)[0], run(ours)[0]
            else:
                numerator, denominator = run(ours)[0], run(theirs)[0]
            ratios.append(numerator / denominator)
        lower, median, upper = statistics.quantiles(ratios, n=4)
        target = f"{question.target:.1f}" if question.target else "-"
        print(f"{question.arguments:<58} {median:6.2f} {lower:6.2f} {upper:6.2f} {target:>7} {peak:4.1f} MB")
        if question.target and median > question.target:
            missed.append(f"{question.arguments}: the ratio {median:.2f} is over its target of {question.target:.1f}")
        if peak > MEMORY_LIMIT_MB:
            missed.append(f"{question.arguments}: {peak:.1f} MB are over the limit of {MEMORY_LIMIT_MB} MB")
    print("ratio: muster's time to sqlite3's, the median of pairs, with quartiles; memory: muster's peak, resident")
    for miss in missed:
        print(miss, file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
