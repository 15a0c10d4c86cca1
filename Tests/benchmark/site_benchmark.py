#!/usr/bin/env python3
"""Compares what pages cost with what the same costs as JSON, from one server that keeps no answers, and prints ratios.

Each page and its JSON are asked for in turn, in pairs whose order alternates. A page that holds several lists is compared with the sum of
them. Then a server that keeps answers is asked for the first page while nothing changes; what that costs is printed as a part of
the 50 ms that it may take.

Exit code 0: all within their targets; 1: not all; 2: the benchmark could not run.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "oracle"))
from site_tools import Server, Visitor  # noqa: E402

TARGET = 3.0
HOME_LIMIT_S = 0.05
REGION = "RU-KGD"
PAGES = [
    ("units", ["/api/units?limit=50"]),
    (f"units?region={REGION}", [f"/api/units?region={REGION}&limit=50"]),
    ("officials", ["/api/officials?limit=50"]),
    ("enrollments", ["/api/enrollments?limit=50"]),
    (f"enrollments?region={REGION}&on=2025-06-01", [f"/api/enrollments?region={REGION}&on=2025-06-01&limit=50"]),
    ("sources", ["/api/sources?limit=50"]),
    ("events", ["/api/events?limit=50"]),
    ("search?q=Ivanov", ["/api/search?q=Ivanov&limit=30"]),
    ("history", ["/api/log?limit=50"]),
    ("officials/O1", ["/api/reports/official/O1?format=json"]),
    ("enrollments/E1", ["/api/records/E1"]),
    ("sources/S1", ["/api/records/S1"]),
    ("timeline/O1", ["/api/reports/timeline/O1?format=json"]),
    # Of a large registry, a region and a unit have their lists a page at a time.
    (f"regions/{REGION}", [f"/api/units?region={REGION}&limit=100", f"/api/enrollments?region={REGION}&limit=50", f"/api/disputes?record={REGION}"]),
    ("units/U1", ["/api/units?unit=U1&limit=100", "/api/enrollments?unit=U1&limit=50", "/api/disputes?record=U1"]),
    ("", ["/api/reports/national?format=json"]),
]


def timed(visitor: Visitor, addresses: list[str]) -> float:
    start = time.perf_counter()
    for address in addresses:
        answer = visitor.ask("GET", address)
        if answer.status != 200:
            raise SystemExit(f"site_benchmark: {address} answers {answer.status}: {answer.text[:200]}")
    return time.perf_counter() - start


def compare(visitor: Visitor, runs: int, pages: list) -> list[str]:
    missed = []
    print(f"{'page':<44} {'times its JSON':>15} {'target':>7}")
    for page, parts in pages:
        address, ratios = [f"/en/{page}"], []
        timed(visitor, address), timed(visitor, parts)
        for number in range(runs):
            if number % 2:
                below, above = timed(visitor, parts), timed(visitor, address)
            else:
                above, below = timed(visitor, address), timed(visitor, parts)
            ratios.append(above / below)
        ratio = statistics.median(ratios)
        print(f"{address[0]:<44} {ratio:>15.2f} {TARGET:>7}", flush=True)
        if ratio > TARGET:
            missed.append(address[0])
    return missed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--muster", required=True, help="the command")
    parser.add_argument("--server", required=True, help="the server")
    parser.add_argument("--rows", type=int, default=300_000, help="enrollments in the registry")
    parser.add_argument("--file", help="a registry made before")
    parser.add_argument("--runs", type=int, default=11, help="how many pairs of requests for each page")
    parser.add_argument("--without-home", action="store_true", help="ask for the first page only while nothing changes: it is long to count anew")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = options.file or os.path.join(folder, "large.db")
        if not options.file:
            subprocess.run([options.muster, "demo", "--scale", str(options.rows), "--db", file], check=True, capture_output=True)
        server = Server(options.server, file, "--public", "--keep-answers", "0")
        missed = compare(Visitor(server), options.runs, PAGES[:-1] if options.without_home else PAGES)
        server.end()
        server = Server(options.server, file, "--public")
        visitor = Visitor(server)
        timed(visitor, ["/en/"])
        part = statistics.median(timed(visitor, ["/en/"]) for _ in range(options.runs)) / HOME_LIMIT_S
        server.end()
        print(f"{'/en/ while nothing changes, of 50 ms':<44} {part:>15.3f} {1.0:>7}")
        if part > 1:
            missed.append("/en/ while nothing changes")
    if missed:
        print(f"missed: {', '.join(missed)}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
