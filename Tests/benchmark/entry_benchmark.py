#!/usr/bin/env python3
"""Measures how often entry asks about a new person whose full name differs from every name on the register.

The register has 100,000 invented officials. The new ones have a given name, a patronymic and a surname, made of the register's own
words, and half of them are written in Cyrillic letters. A new person's name differs unless somebody on the register has the same
given name and surname, and the same patronymic or none. The time is also given as a ratio to the same number of searches.

Exit code 0: at most 2 of 100 are asked about; 1: more; 2: the benchmark could not run.
"""

import argparse
import csv
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

OFFICIALS_AN_ENROLLMENT = 0.79
MOST_ASKED = 0.02


def sex(words: list[str]) -> str:
    return "woman" if words[1].endswith("na") else "man"


def register(file: str) -> tuple[dict[str, list[str]], dict[str, list[str]], set[tuple[str, ...]], dict[str, str]]:
    """Whole names by sex, their words by place, the names, and the words in Cyrillic letters."""
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    names: dict[int, dict[str, list[str]]] = {}
    for official, text, nature in database.execute("SELECT official_id, text, nature FROM name WHERE official_id IS NOT NULL"):
        names.setdefault(official, {})[nature] = text.split()
    cyrillic: dict[str, str] = {}
    words: dict[str, list[str]] = {}
    known: set[tuple[str, ...]] = set()
    by_id: dict[str, list[str]] = {}
    for official, written in names.items():
        latin = written["primary"]
        known.add(tuple(latin))
        by_id[f"O{official}"] = latin
        if len(latin) == 3:
            for place, word in enumerate(latin):
                words.setdefault(f"{sex(latin)} {place}", []).append(word)
        cyrillic.update(zip(latin, written.get("transliteration", [])))
    return {key: sorted(set(value)) for key, value in words.items()}, by_id, known, cyrillic


def invented(words: dict[str, list[str]], known: set[tuple[str, ...]], count: int) -> list[list[str]]:
    dice = random.Random(11)
    people: list[list[str]] = []
    while len(people) < count:
        one = "man" if dice.random() < 0.7 else "woman"
        name = [dice.choice(words[f"{one} {place}"]) for place in range(3)]
        if tuple(name) not in known and (name[0], name[2]) not in known:
            people.append(name)
    return people


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--muster", required=True, help="the command's binary")
    parser.add_argument("--hundred", help="a register of 100,000 officials that is there already")
    parser.add_argument("--people", type=int, default=3000)
    options = parser.parse_args()
    muster = os.path.abspath(options.muster)
    with tempfile.TemporaryDirectory() as folder:
        file = options.hundred or os.path.join(folder, "hundred.db")
        if not options.hundred:
            scale = str(int(100_000 / OFFICIALS_AN_ENROLLMENT))
            subprocess.run([muster, "demo", "--scale", scale, "--db", file], check=True, stdout=subprocess.DEVNULL)
        words, by_id, known, cyrillic = register(file)
        people = invented(words, known, options.people)
        path = os.path.join(folder, "people.csv")
        with open(path, "w", encoding="utf-8", newline="") as table:
            writer = csv.writer(table)
            writer.writerow(["name", "post", "post_region"])
            for index, name in enumerate(people):
                writer.writerow([" ".join(cyrillic.get(word, word) if index % 2 else word for word in name), "Mayor", "RU-TUL"])
        command = [muster, "import", path, "--source", "S1", "--dry-run", "--format", "json", "--db", file]
        environment = {**os.environ, "MUSTER_AUTHOR": "Clerk"}
        start = time.perf_counter()
        answer = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True, check=False)
        took = time.perf_counter() - start
        if not answer.stdout.lstrip().startswith("["):
            print(answer.stderr, file=sys.stderr)
            return 2
        asked: dict[str, list[str]] = {}
        for row in json.loads(answer.stdout):
            for candidate in row["looks_like"]:
                other = by_id.get(candidate["id"])
                # A namesake among the new ones has a number that the register does not.
                if other:
                    asked.setdefault(candidate.get("why") or "", []).append(f"{row['value']} = {' '.join(other)}")
        rows = json.loads(answer.stdout)
        share = sum(1 for row in rows if any(each["id"] in by_id for each in row["looks_like"])) / len(people)
    print(f"entry asks about {100 * share:.2f} of 100 new persons whose full names differ (target {100 * MOST_ASKED:.0f})")
    for why, pairs in sorted(asked.items()):
        print(f"  {why}: {len(pairs)}, as {pairs[0]}")
    print(f"{took / len(people) * 1000:.2f} ms a person")
    return 0 if share <= MOST_ASKED else 1


if __name__ == "__main__":
    sys.exit(main())
