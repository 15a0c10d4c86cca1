#!/usr/bin/env python3
"""Compares the command with the sqlite3 shell on the same SQL: the statements that the command runs, as ratios of their times.

The file is made with `muster demo --scale`. What the command asks SQLite is heard once, with all arguments, and given to the
shell as a script; the shell prints the rows in the same format. Both are timed from start to end of the process, in pairs
whose order alternates. Bare times are not printed, because they depend more on the machine than on the program.

Needs cc and SQLite's header. Exit code 0: time and memory are within their targets; 1: they are not; 2: the benchmark could
not run.
"""

import argparse
import calendar
import datetime
import os
import re
import shutil
import sqlite3
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


@dataclass(frozen=True)
class Question:
    """The command's arguments, and the highest ratio to the shell's time that it may reach."""

    arguments: str
    target: float | None = None

    @property
    def format(self) -> str:
        return self.arguments.rsplit(maxsplit=1)[1]


QUESTIONS = [
    Question(f"units --region {REGION} --format json", target=1.4),
    Question(f"units --region {REGION} --on {DAY} --format json"),
    Question(f"enrollments --unit {UNIT} --format json"),
    Question(f"enrollments --region {REGION} --on {DAY} --format json"),
    Question(f"enrollments --region {REGION} --on 2025-06 --format json"),
    Question("enrollments --format csv", target=2.5),
    Question(f"officials --region {REGION} --format csv"),
    Question(f"report region {REGION} --format csv"),
]


def run(command: list[str], script: str | None = None) -> tuple[float, float]:
    """Seconds from start to end, and peak resident memory in MB."""
    begun = time.perf_counter()
    with open(script or os.devnull, "rb") as lines:
        process = subprocess.Popen(command, stdin=lines, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"benchmark: '{' '.join(command)[:200]}' ended with {process.returncode}")
    return seconds, usage.ru_maxrss / 1024


def widened(date: str, side: int) -> str:
    """The first (side -1) or last (1) day of a day, month or year with a mark of doubt, which widens it by its own length."""
    parts = [int(part) for part in re.sub("[?~%]", "", date).split("-")]
    if len(parts) == 3:
        return str(datetime.date(*parts) + datetime.timedelta(days=7 * side))
    if len(parts) == 1:
        return f"{parts[0] + side}-{'01-01' if side < 0 else '12-31'}"
    months = parts[0] * 12 + parts[1] - 1 + side
    year, month = months // 12, months % 12 + 1
    return f"{year}-{month:02}-{1 if side < 0 else calendar.monthrange(year, month)[1]:02}"


def doubts(file: str) -> str:
    """A table for the two functions that the command adds to SQLite and the shell does not have."""
    marked = sqlite3.connect(file).execute("SELECT DISTINCT date FROM event WHERE date GLOB '*[?~%]*'").fetchall()
    rows = [f"('{date}', '{widened(date, -1)}', '{widened(date, 1)}')" for (date,) in marked]
    table = "CREATE TEMP TABLE doubt (date TEXT PRIMARY KEY, first TEXT, last TEXT) WITHOUT ROWID;\n"
    return table + (f"INSERT INTO doubt VALUES {', '.join(rows)};\n" if rows else "")


def heard(folder: str, listener: str, command: list[str], tables: str) -> str:
    """The script of the statements that a command runs."""
    script = os.path.join(folder, f"{len(os.listdir(folder))}.sql")
    environment = dict(os.environ, LD_PRELOAD=listener, HEARD=script)
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    with open(script, encoding="utf-8") as lines:
        text = lines.read()
    for side in ["first", "last"]:
        text = re.sub(rf"{side}_in_doubt\((\w+)\.date\)", rf"(SELECT d.{side} FROM doubt d WHERE d.date = \1.date)", text)
    with open(script, "w", encoding="utf-8") as lines:
        lines.write(tables + text)
    return script


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--muster", default="muster", metavar="PATH", help="the command (default: the one in PATH)")
    parser.add_argument("--enrollments", type=int, default=300_000, metavar="N", help="how many to fill the file with")
    parser.add_argument("--runs", type=int, default=21, metavar="R", help="how many pairs of runs for each question")
    parser.add_argument("--db", metavar="FILE", help="a file made before with --scale, instead of a new one")
    options = parser.parse_args()
    missing = [program for program in [options.muster, "sqlite3", "cc"] if not shutil.which(program)]
    if missing:
        print(f"benchmark: {', '.join(missing)} not found; build the command, install the others", file=sys.stderr)
        return 2
    if options.runs < 2:
        parser.error("--runs is a whole number from 2")
    with tempfile.TemporaryDirectory() as folder:
        file = options.db or os.path.join(folder, "scale.db")
        if not options.db:
            run([options.muster, "demo", "--scale", str(options.enrollments), "--db", file])
        return compare(options.muster, file, options.runs, folder)


def compare(muster: str, file: str, runs: int, folder: str) -> int:
    listener = os.path.join(folder, "heard.so")
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "heard.c")
    subprocess.run(["cc", "-shared", "-fPIC", "-O2", "-o", listener, source, "-ldl"], check=True)
    tables = doubts(file)
    missed = []
    print(f"{'question':<58} {'ratio':>6} {'lower':>6} {'upper':>6} {'target':>7} {'memory':>8}")
    for question in QUESTIONS:
        ours = [muster, *question.arguments.split(), "--db", file]
        theirs = ["sqlite3", "-readonly", f"-{question.format}", file]
        # A child's peak memory includes the size of the process that forked it, so this one keeps nothing big.
        peak = max(run(ours)[1] for _ in range(2))
        script = heard(folder, listener, ours, tables)
        run(theirs, script)
        ratios = []
        for number in range(runs):
            if number % 2:
                denominator, numerator = run(theirs, script)[0], run(ours)[0]
            else:
                numerator, denominator = run(ours)[0], run(theirs, script)[0]
            ratios.append(numerator / denominator)
        lower, median, upper = statistics.quantiles(ratios, n=4)
        target = f"{question.target:.1f}" if question.target else "-"
        print(f"{question.arguments:<58} {median:6.2f} {lower:6.2f} {upper:6.2f} {target:>7} {peak:5.1f} MB", flush=True)
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
