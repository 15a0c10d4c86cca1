#!/usr/bin/env python3
"""What reports cost, as ratios of two things that are run in turn on the same machine.

- the national report in each format against sqlite3 on the statements that it runs;
- a region's report in HTML against the same in Markdown;
- a region's report in Markdown against sqlite3 on the statements that it runs.

The most memory of each report is printed, too. The statements are heard as in benchmark.py, which says how.

Exit code 0: all within their targets; 1: not all; 2: it could not be tried.
"""

import argparse
import concurrent.futures
import os
import shutil
import subprocess
import sys
import tempfile

from benchmark import doubts, heard, run
from history_benchmark import paired, report

NATIONAL_TARGET, HTML_TARGET, MEMORY_MB = 3, 1.5, 128
FORMATS = ["html", "md", "csv", "json", "xlsx"]


def compare(muster: str, file: str, region: str, runs: int, folder: str) -> list[str]:
    """Prints the ratios, and returns what missed its target."""
    listener = os.path.join(folder, "heard.so")
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "heard.c")
    subprocess.run(["cc", "-shared", "-fPIC", "-O2", "-o", listener, source, "-ldl"], check=True)
    scripts = os.path.join(folder, "heard")
    os.mkdir(scripts)
    tables, missed = doubts(file), []

    def command(words: str, form: str) -> list[str]:
        place = os.path.join(folder, f"report.{form}")
        return [muster, "report", *words.split(), "--format", form, "--output", place, "--force", "--db", file]

    def shell(words: str) -> str:
        # What is heard of a large register is large, and a child's peak memory includes the size of the process that forked it.
        with concurrent.futures.ProcessPoolExecutor(1) as apart:
            return apart.submit(heard, scripts, listener, command(words, "md"), tables).result()

    def against_shell(words: str, form: str, script: str, target: float | None) -> None:
        ours, theirs = command(words, form), ["sqlite3", "-readonly", "-json", file]
        peak = run(ours)[1]
        ratios = paired(lambda: run(ours)[0], lambda: run(theirs, script)[0], runs)
        report(f"report {words} as {form}, {peak:.0f} MB, against sqlite3", ratios, target, missed)
        if target and peak > MEMORY_MB:
            missed.append(f"report {words} as {form}: {peak:.0f} MB of memory are over {MEMORY_MB}")

    national = shell("national")
    for form in FORMATS:
        against_shell("national", form, national, NATIONAL_TARGET)
    words = f"region {region}"
    against_shell(words, "md", shell(words), None)
    html, md = command(words, "html"), command(words, "md")
    report(f"report {words} as html, against md", paired(lambda: run(html)[0], lambda: run(md)[0], runs), HTML_TARGET, missed)
    return missed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--muster", default="muster", metavar="PATH", help="the command (default: the one in PATH)")
    parser.add_argument("--enrollments", type=int, default=1_000_000, metavar="N", help="how many to fill the file with")
    parser.add_argument("--runs", type=int, default=5, metavar="R", help="how many pairs of runs for each report")
    parser.add_argument("--region", default="RU-KGD", metavar="CODE", help="the region whose report is written")
    parser.add_argument("--db", metavar="FILE", help="a file made before with --scale, instead of a new one")
    options = parser.parse_args()
    missing = [program for program in [options.muster, "sqlite3", "cc"] if not shutil.which(program)]
    if missing:
        print(f"benchmark: {', '.join(missing)} not found; build the command, install the others", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        file = options.db or os.path.join(folder, "scale.db")
        if not options.db:
            run([options.muster, "demo", "--scale", str(options.enrollments), "--db", file])
        print(f"{'what':<72} {'ratio':>6} {'least':>6} {'most':>6} {'target':>7}")
        missed = compare(options.muster, file, options.region, options.runs, folder)
    for line in missed:
        print(f"missed: {line}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
