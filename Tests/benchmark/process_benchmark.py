#!/usr/bin/env python3
"""What a whole command costs: one write against the start of a process and one fsync, the log of a record of 50 revisions
against its newest alone, and a file of 2,000 officials against one of 200. Prints ratios; bare times say more of the
machine than of the program. The answers are checked before anything is timed.

Exit code 0: all within their targets; 1: not so; 2: it could not be tried.
"""

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from history_benchmark import paired, report

WRITE_TARGET = 3  # times `muster --version` and one fsync
LOG_TARGET = 3  # times `log --limit 1`
REVISIONS = 50
OFFICIALS_TARGET = 12  # times as many rows: 10 for the rows, and something for the larger register


def timed(command: list[str]) -> float:
    """Seconds from start to end of a command that must succeed."""
    begun = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


def make(muster: str) -> None:
    """Makes a registry with one unit of so many revisions: half of them events, half edits."""
    timed([muster, "init"])
    timed([muster, "add", "source", "Paper", "--kind", "other"])
    timed([muster, "add", "unit", "BARS-Kursk", "--region", "RU-KRS", "--source", "S1"])
    for number in range(1, REVISIONS):
        if number % 2:
            timed([muster, "event", "U1", "operational", "--on", f"{1900 + number}-01-01", "--source", "S1"])
        else:
            timed([muster, "edit", "U1", f"ordinal={number}", "--inferred", "counted"])


def check(muster: str) -> bool:
    """Whether the log tells of every revision, the newest first, with what it changed."""
    lines = subprocess.run([muster, "log", "U1", "--format", "csv"], stdout=subprocess.PIPE, text=True, check=True)
    rows = lines.stdout.splitlines()
    return len(rows) == REVISIONS + 1 and "value: operational" in rows[1] and "ordinal: 46 → 48" in rows[2]


def synced_start(muster: str) -> float:
    """Seconds that a process takes that does nothing, and one fsync of a page."""
    seconds = timed([muster, "--version"])
    begun = time.perf_counter()
    handle = os.open("page", os.O_CREAT | os.O_WRONLY)
    os.pwrite(handle, os.urandom(4096), 0)
    os.fsync(handle)
    os.close(handle)
    return seconds + time.perf_counter() - begun


def write_officials(count: int) -> str:
    """A file of officials with names that are made up from syllables, the same ones for the same count."""
    dice = random.Random(7)
    name = lambda: "".join(dice.choice(["ба", "ви", "го", "ду", "ко", "лу", "ми", "но", "ре", "са"]) for _ in range(5))  # noqa: E731
    file = f"{count}.csv"
    with open(file, "w") as rows:
        rows.write("name,post\n")
        for number in range(count):
            rows.write(f"Иван {name().capitalize()}ов,Mayor of {number}\n")
    return file


def added(muster: str, count: int) -> float:
    """Seconds that it takes to add a file of officials to a new registry."""
    file = write_officials(count)
    for left in ("new.db", "new.db-wal", "new.db-shm", "rest.csv"):
        if os.path.exists(left):
            os.remove(left)
    timed([muster, "init", "--db", "new.db"])
    timed([muster, "add", "source", "Paper", "--kind", "other", "--db", "new.db"])
    return timed([muster, "import", file, "--source", "S1", "--keep-good", "rest.csv", "--db", "new.db"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--muster", default="muster", metavar="PATH", help="the command (default: the one in PATH)")
    parser.add_argument("--runs", type=int, default=40, metavar="R", help="how many pairs of each")
    options = parser.parse_args()
    found = shutil.which(options.muster)
    if not found:
        print("benchmark: muster is not there; build it first", file=sys.stderr)
        return 2
    muster = os.path.abspath(found)
    os.environ["MUSTER_AUTHOR"] = "benchmark"
    missed: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        make(muster)
        if not check(muster):
            print("benchmark: the log does not hold what was written", file=sys.stderr)
            return 1
        print(f"{'what':<72} {'ratio':>6} {'least':>6} {'most':>6} {'target':>7}")
        one, all_of_them = [muster, "log", "U1", "--limit", "1"], [muster, "log", "U1"]
        ratios = paired(lambda: timed(all_of_them), lambda: timed(one), options.runs)
        report(f"log U1 of {REVISIONS} revisions, against --limit 1", ratios, LOG_TARGET, missed)

        numbers = iter(range(1, 100_000))
        day = lambda: f"{2000 + next(numbers) % 7999}-02-01"  # noqa: E731
        event = lambda: timed([muster, "event", "U1", "operational", "--on", day(), "--source", "S1"])  # noqa: E731
        edit = lambda: timed([muster, "edit", "U1", f"ordinal={100 + next(numbers) % 800}", "--inferred", "counted"])  # noqa: E731
        for name, write in (("event", event), ("edit", edit)):
            ratios = paired(write, lambda: synced_start(muster), options.runs)
            report(f"one {name}, against --version and one fsync", ratios, WRITE_TARGET, missed)

        ratios = paired(lambda: added(muster, 2000), lambda: added(muster, 200), 3)
        report("adding 2,000 officials, against 200", ratios, OFFICIALS_TARGET, missed)
    for miss in missed:
        print(miss, file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
