#!/usr/bin/env python3
"""Compares what one page of a listing costs in a large registry with what it costs in a small one.

Both files are made with `muster demo --scale`. The page is read from both in turn, in pairs whose order alternates, and
timed from start to end of the process. Bare times are not printed: they say more of the machine than of the program.

Exit code 0: the ratio is within its target; 1: not so; 2: it could not be tried.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile

from benchmark import REGION, rows, run

TARGET = 3.0
PAGE = 50
QUESTIONS = [
    f"enrollments --region {REGION} --limit {PAGE} --format csv",
    f"officials --region {REGION} --limit {PAGE} --format csv",
    f"units --limit {PAGE} --format csv",
]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--muster", default="muster", metavar="PATH", help="the command (default: the one in PATH)")
    parser.add_argument("--small", type=int, default=10_000, metavar="N", help="enrollments in the small file")
    parser.add_argument("--large", type=int, default=1_000_000, metavar="N", help="enrollments in the large file")
    parser.add_argument("--runs", type=int, default=21, metavar="R", help="how many pairs of runs for each question")
    parser.add_argument("--files", nargs=2, metavar="FILE", help="a small and a large file made before")
    options = parser.parse_args()
    if not shutil.which(options.muster):
        print("benchmark: muster is not there; build it", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        files = options.files or [os.path.join(folder, "small.db"), os.path.join(folder, "large.db")]
        if not options.files:
            for file, number in zip(files, (options.small, options.large)):
                run([options.muster, "demo", "--scale", str(number), "--db", file])
        return compare(options.muster, files, options.runs)


def compare(muster: str, files: list[str], runs: int) -> int:
    missed = []
    print(f"{'question':<58} {'ratio':>6} {'lower':>6} {'upper':>6} {'target':>7}")
    for place, question in enumerate(QUESTIONS):
        small, large = ([muster, *question.split(), "--db", file] for file in files)
        counts = [len(rows(command, "csv")) for command in (small, large)]
        if counts[0] != counts[1]:
            print(f"{question}: a page of {counts[0]} rows and one of {counts[1]}", file=sys.stderr)
            return 1
        ratios = []
        for number in range(runs):
            if number % 2:
                denominator, numerator = run(small)[0], run(large)[0]
            else:
                numerator, denominator = run(large)[0], run(small)[0]
            ratios.append(numerator / denominator)
        lower, median, upper = statistics.quantiles(ratios, n=4)
        target = f"{TARGET:.1f}" if place == 0 else "-"
        print(f"{question:<58} {median:6.2f} {lower:6.2f} {upper:6.2f} {target:>7}")
        if place == 0 and median > TARGET:
            missed.append(f"{question}: the ratio {median:.2f} is over its target of {TARGET:.1f}")
    print("ratio: the large file's time to the small one's, the median of pairs, with quartiles")
    for miss in missed:
        print(miss, file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
