#!/usr/bin/env python3
"""Renders reports with two programs that others wrote, markdown-it-py and cmarkgfm from PyPI, and looks at what they make of them.

Every address of a source must be the href of one link, as it was typed; every link inside the page must lead to a place on it;
and no text may become a link or markup that it was not. Exit code 0 if both renderers agree with that, 1 if not.
"""

import argparse
import html.parser
import os
import subprocess
import sys
import tempfile
import urllib.parse

import cmarkgfm
import cmarkgfm.cmark
import markdown_it

ADDRESSES = [
    "https://t.me/gov_kursk_region/12",
    "https://example.org/a_b/c_d?x=1&y=*2*",
    "https://example.org/a|b<c>d e",
    "https://example.org/`a`/\\b/~c~/[d](e)",
    "https://example.org/?a=1&copy;=2&amp;b=3",
    "https://example.org/#part-(2)",
    "http://example.org/статья_1",
    "https://example.org/100%25",
    "https://example.org/\"q\"/{r}/^s",
]
QUESTIONS = [
    ["report", "region", "RU-KGD"],
    ["report", "region", "RU-KGD", "--on", "2025-06-01"],
    ["report", "unit", "U1", "--language", "ru"],
]
TEXTS = ["tg://resolve?domain=a_b", "tg://<b>[a](https://example.org/bad)"]
TITLE = "see https://t.me/gov_x_y/1, www.example.org/a_b or <b>bold</b> [a](https://example.org/bad) | `c`"


class Page(html.parser.HTMLParser):
    """The links, the places and the tags of a page."""

    def __init__(self, text: str):
        super().__init__()
        self.links: list[str] = []
        self.places: list[str] = []
        self.tags: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.tags.add(tag)
        if values.get("href"):
            self.links.append(values["href"])
        if values.get("id"):
            self.places.append(values["id"])

    def handle_data(self, data):
        self.text += data


def by_markdown_it(text: str) -> str:
    return markdown_it.MarkdownIt("commonmark").enable("table").render(text)


def by_cmark(text: str) -> str:
    return cmarkgfm.github_flavored_markdown_to_html(text, cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE)


def make(muster: str, db: str) -> None:
    def run(*arguments: str) -> None:
        command = [muster, *arguments, "--db", db]
        done = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"MUSTER_AUTHOR": "oracle"})
        if done.returncode:
            raise SystemExit(f"markdown_oracle: {arguments}: {done.stderr}")

    run("init")
    for number, address in enumerate(ADDRESSES + TEXTS):
        title = TITLE if number == 0 else f"source {number + 1}"
        run("add", "source", title, "--kind", "other", "--url", address)
    run("add", "unit", "BARS-Kaliningrad", "--region", "RU-KGD", "--kind", "regional", "--source", "S1", "--locator", TITLE)
    for number in range(2, len(ADDRESSES + TEXTS) + 1):
        run("cite", "U1", "--field", "role", "--stated", f"role | {TITLE}", "--source", f"S{number}", "--quote", TITLE)
    run("enroll", "Ivan Petrov", "--post", "Mayor", "--post-region", "RU-KGD", "--unit", "U1", "--source", "S2")


def plain(address: str) -> str:
    """An address with nothing percent-encoded, so that two ways of writing it compare equal."""
    return urllib.parse.unquote(address)


def faults(name: str, page: Page) -> list[str]:
    found = []
    outside = sorted(plain(link) for link in page.links if not link.startswith("#"))
    wanted = sorted(plain(address) for address in ADDRESSES)
    for link in outside:
        if link not in wanted:
            found.append(f"{name}: a link that is no source's address: {link}")
    for address in wanted:
        if outside.count(address) != 1:
            found.append(f"{name}: {outside.count(address)} links to {address}")
    inside = {urllib.parse.unquote(link[1:]) for link in page.links if link.startswith("#")}
    found += [f"{name}: a link to #{place}, which is nowhere" for place in sorted(inside - set(page.places))]
    found += [f"{name}: #{place} twice" for place in sorted(set(page.places)) if page.places.count(place) > 1]
    if not {"U1", "O1", "E1", "S1", "S2"} <= inside:
        found.append(f"{name}: the links inside the page are {sorted(inside)}")
    known = {"a", "br", "h1", "h2", "h3", "hr", "p", "strong", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
    found += [f"{name}: <{tag}>" for tag in sorted(page.tags - known)]
    if page.text.count(TITLE) < 10:
        found.append(f"{name}: the title stands {page.text.count(TITLE)} times as it was typed")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--muster", default="muster", metavar="PATH", help="the command (default: the one in PATH)")
    options = parser.parse_args()
    found = []
    with tempfile.TemporaryDirectory() as folder:
        db = os.path.join(folder, "muster.db")
        make(options.muster, db)
        for question in QUESTIONS:
            done = subprocess.run([options.muster, *question, "--db", db], capture_output=True, text=True, check=True)
            for name, render in (("markdown-it-py", by_markdown_it), ("cmarkgfm", by_cmark)):
                found += faults(f"{name}, {' '.join(question)}", Page(render(done.stdout)))
    for fault in found:
        print(fault, file=sys.stderr)
    print(f"{len(ADDRESSES)} addresses in {len(QUESTIONS)} reports by 2 renderers, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
