#!/usr/bin/env python3
"""Opens printed editions in chromium as a reader has them: on a phone, a tablet and a desk, light and dark, and on paper.

Nothing may reach over the edge of the window, no text may lie on another, every link must lead somewhere, heads must follow one another
in order, nothing may be loaded, and axe must find no fault. On paper no row may lack its last cell, each sheet must repeat the heads of
the table on it, and no head may stand alone at its end. The registries: the demo, the public record of Tests/record with names that would be markup, and a large
invented one. Exit code 0 if all pages hold, 1 if not.

It needs chromium and fonts-noto-core (Debian), and playwright, axe-playwright-python and pypdf (PyPI).
"""

import argparse
import importlib.resources
import io
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

import axe_playwright_python
import pypdf
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
AXE = (importlib.resources.files(axe_playwright_python) / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = [320, 390, 768, 1280]
# What is stacked and what is hidden depends on the width; of what a dark screen changes, axe sees the colours alone.
AXE_RUNS = [(1280, "light", {}), (390, "light", {}), (1280, "dark", {"runOnly": ["color-contrast"]}),
            (390, "dark", {"runOnly": ["color-contrast"]})]
HOSTILE = ["<img src=x onerror=alert(1)>", "</style><script>alert(1)</script>", "[a](javascript:alert(1))", "=1+1\"'`&amp;",
           "a" * 120, "ש" * 40, "\\\"}@page{size:1cm}"]

# What a page says of itself, as it is shown. Text that is hidden, or that scrolls in a box of its own, is left out.
LOOK = r"""() => {
  const problems = [], texts = [], width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) problems.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  const boxes = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const text = node.data.trim(), element = node.parentElement;
    const clipped = element.closest('.unseen, thead');
    if (!text || element.closest('.skip') || clipped && getComputedStyle(clipped).clipPath !== 'none' || !element.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      const scrolls = element.closest('[tabindex="0"], .masthead nav');
      if (!scrolls && (box.left < -0.5 || box.right > width + 0.5)) problems.push(`'${text.slice(0, 60)}' reaches over the edge`);
      texts.push({text: text.slice(0, 60), x: box.left, y: box.top, r: box.right, b: box.bottom, size: parseFloat(getComputedStyle(element).fontSize)});
    }
  }
  for (const head of document.querySelectorAll('thead th')) {
    if (getComputedStyle(head.closest('thead')).clipPath !== 'none' || !head.firstChild?.data) continue;
    for (const word of head.firstChild.data.matchAll(/[^\s-]+/g)) {
      const range = document.createRange();
      range.setStart(head.firstChild, word.index);
      range.setEnd(head.firstChild, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) problems.push(`the head '${word[0]}' is parted`);
    }
  }
  texts.sort((one, other) => one.y - other.y);
  for (let i = 0; i < texts.length; i++) {
    const one = texts[i];
    if (one.size < 12.4) problems.push(`'${one.text}' is ${one.size} px`);
    for (let j = i + 1; j < texts.length && texts[j].y < one.b - 3; j++) {
      const other = texts[j];
      const deep = Math.min(one.b, other.b) - Math.max(one.y, other.y), wide = Math.min(one.r, other.r) - Math.max(one.x, other.x);
      // Lines of letters stand closer than the boxes of their fonts.
      if (wide > 1 && deep > 0.35 * Math.min(one.b - one.y, other.b - other.y))
        problems.push(`'${one.text}' and '${other.text}' overlap`);
    }
  }
  return problems;
}"""

STRUCTURE = r"""() => {
  const problems = [], ids = new Set();
  for (const element of document.querySelectorAll('[id]')) {
    if (ids.has(element.id)) problems.push(`the id ${element.id} is there twice`);
    ids.add(element.id);
  }
  for (const link of document.querySelectorAll('[href]')) {
    const href = link.getAttribute('href');
    if (href.startsWith('#') ? !ids.has(href.slice(1)) : !/^https?:\/\//i.test(href)) problems.push(`a link leads to ${href}`);
  }
  for (const name of ['aria-labelledby', 'headers'])
    for (const element of document.querySelectorAll(`[${name}]`))
      for (const id of element.getAttribute(name).split(' ')) if (!ids.has(id)) problems.push(`${name} names ${id}`);
  let level = 0;
  for (const head of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const own = Number(head.tagName[1]);
    if (own > level + 1) problems.push(`'${head.textContent}' is h${own} after h${level}`);
    level = own;
  }
  if (document.querySelectorAll('h1').length !== 1) problems.push('there is not one h1');
  for (const element of document.querySelectorAll('script, iframe, img, object, embed, link, form, [style], [onload], [onerror]'))
    problems.push(`there is ${element.outerHTML.slice(0, 80)}`);
  return problems;
}"""

# The heads of sections, parts and tables as they are printed, each with what is read next.
HEADS = r"""() => {
  const shown = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT, node => {
    const element = node.parentElement;
    // A drawing is read in another order than it is painted in.
    return node.data.trim() && element.checkVisibility() && !element.closest('.unseen, svg') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
  });
  const texts = [];
  while (shown.nextNode()) texts.push(shown.currentNode);
  return [...document.querySelectorAll('h2, h3, thead')].flatMap(head => {
    const own = texts.filter(node => head.contains(node));
    if (!own.length || head.nextElementSibling?.tagName === 'FIGURE') return [];
    const next = texts.slice(texts.indexOf(own.at(-1)) + 1).slice(0, 8);
    return [[own.map(node => node.data).join(''), next.map(node => node.data).join(''), head.tagName === 'THEAD']];
  });
}"""

TABLES = r"""() => [...document.querySelectorAll('table')].map(table => ({
  head: [...table.querySelectorAll('thead th')].map(cell => cell.textContent).join(''),
  rows: [...table.querySelectorAll('tbody tr.row')].map(row => row.textContent),
}))"""


class Pages:
    """A browser, and the faults that were found."""

    def __init__(self, browser):
        self.context = browser.new_context(bypass_csp=True)
        self.faults, self.checked = [], 0

    def fault(self, page: str, text: str):
        self.faults.append(f"{page}: {text}")

    def check(self, path: pathlib.Path):
        """One page for an edition: it is given another size and not loaded again."""
        page = self.context.new_page()
        loaded = []
        page.on("request", lambda request: loaded.append(request.url))
        page.on("console", lambda message: self.fault(path.stem, f"console: {message.text}"))
        page.goto(path.as_uri())
        for problem in page.evaluate(STRUCTURE):
            self.fault(path.stem, problem)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            for problem in page.evaluate(LOOK):
                self.fault(f"{path.stem} at {width}", problem)
        page.evaluate(AXE)
        for width, scheme, only in AXE_RUNS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            self.axe(page, f"{path.stem} at {width} {scheme}", only)
        page.emulate_media(color_scheme="light")
        self.print(page, path.stem)
        if len(loaded) != 1:
            self.fault(path.stem, f"it loads {loaded}")
        page.close()
        self.checked += 1

    def axe(self, page, name: str, only: dict):
        found = page.evaluate("only => axe.run(document, {resultTypes: ['violations'], ...only}).then(found => found.violations)", only)
        for rule in found:
            where = "; ".join(node["html"][:100] for node in rule["nodes"][:3])
            self.fault(name, f"axe {rule['id']}: {rule['help']} ({len(rule['nodes'])}): {where}")

    def print(self, page, stem: str):
        edition = page.locator("meta[name=muster-edition]").get_attribute("content")
        tables = page.evaluate(TABLES)
        page.emulate_media(media="print")
        heads = page.evaluate(HEADS)
        printed = page.pdf(prefer_css_page_size=True, print_background=True)
        name = f"{stem} on paper"
        sheets = pypdf.PdfReader(io.BytesIO(printed)).pages
        texts = []
        for number, sheet in enumerate(sheets, 1):
            width, height = sheet.mediabox.width, sheet.mediabox.height
            if (round(width), round(height)) not in ((595, 842), (594, 842), (596, 842)):
                self.fault(name, f"sheet {number} is {width} by {height} points")
            text = squeezed(sheet.extract_text())
            texts.append(text)
            if squeezed(edition) not in text or f"{number}/{len(sheets)}" not in text:
                self.fault(name, f"sheet {number} does not name the edition and its own number")
        for head, following, repeats in heads:
            head, following = squeezed(head), squeezed(following)[:8]
            # The head of a table is on each of its sheets. The name of the edition is read after all that stands between the margins.
            alone = repeats and any(squeezed(edition) in rest[:len(edition) + 20] for text in texts for rest in text.split(head)[1:])
            if alone or not any(head + following in text for text in texts):
                self.fault(name, f"the head '{head[:60]}' stands alone at the end of a sheet")
        whole = "".join(texts)
        for table in tables:
            head, rows = squeezed(table["head"]), [squeezed(row) for row in table["rows"]]
            # A sheet of paper that has the beginning of a row has the head of its table.
            for row in rows:
                # Letters from right to left are read back in another order.
                if row and not re.search("[\u0590-\u08ff]", row) and row not in whole and not parted(row, texts):
                    self.fault(name, f"a row is cut: {row[:100]}")
            spanned = [text for text in texts if any(len(row) > 24 and row in text for row in rows)]
            for text in spanned:
                if head not in text:
                    self.fault(name, f"a sheet has no head of its table: {head[:100]}")


def squeezed(text: str) -> str:
    """A text without what a printer or a font may change: spaces, hyphens, signs of direction, several letters in one sign."""
    return re.sub(r"[\s\u00ad\u200e\u200f\u2060\u2066-\u2069-]", "", unicodedata.normalize("NFKC", text))


def parted(row: str, sheets: list[str]) -> bool:
    """True if a row that is taller than a sheet begins on one and ends on another."""
    return len(row) > 2000 and any(row[:40] in text for text in sheets) and any(row[-40:] in text for text in sheets)


class Made:
    """A registry, and its editions in a folder."""

    def __init__(self, muster: str, folder: pathlib.Path, name: str):
        self.muster, self.folder, self.name = muster, folder, name
        self.environment = os.environ | {"MUSTER_AUTHOR": "check", "MUSTER_DB": str(folder / f"{name}.db"), "MUSTER": muster}

    def run(self, *arguments: str):
        done = subprocess.run([self.muster, *arguments], env=self.environment, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"page_check: muster {' '.join(arguments)}: {done.stderr}")

    def type_record(self):
        self.run("init")
        subprocess.run(["bash", str(ROOT / "Tests/record/record.sh")], env=self.environment, check=True, capture_output=True)
        for text in HOSTILE:
            self.run("add", "source", text, "--kind", "other", "--publisher", text, "--note", text, "--url", f"tg://{text}")
            self.run("enroll", "--group", text, "--unit", "BARS-Kaliningrad", "--source", text, "--quote", text)
            self.run("cite", "BARS-Kaliningrad", "--field", "role", "--stated", text, "--source", text, "--speaker", text)

    def edition(self, language: str, kind: str, *of: str) -> pathlib.Path:
        path = self.folder / f"{self.name}-{'-'.join([kind, *of])}-{language}.html"
        self.run("report", kind, *of, "--format", "html", "--language", language, "--output", str(path))
        return path


def editions(muster: str, folder: pathlib.Path, both: bool):
    """Every kind of edition, in one language or in both."""
    demo, record, large = (Made(muster, folder, name) for name in ("demo", "record", "large"))
    demo.run("demo", "--db", demo.environment["MUSTER_DB"])
    record.type_record()
    large.run("demo", "--scale", "2000", "--db", large.environment["MUSTER_DB"])
    kinds = [["region", "RU-KGD"], ["unit", "U4"], ["official", "O6"], ["national"], ["timeline", "RU-KGD"], ["coverage"], ["changes", "40"]]
    for place, of in enumerate(kinds):
        for language in ("en", "ru") if both else (("en", "ru")[place % 2],):
            yield record.edition(language, *of)
    yield demo.edition("ru", "region", "RU-KGD")
    yield large.edition("ru", "region", "RU-KGD")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--muster", required=True, help="the command")
    parser.add_argument("--chromium", default=shutil.which("chromium"), help="the browser")
    parser.add_argument("--both", action="store_true", help="every edition in both languages; otherwise each in one")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        pages = Pages(browser)
        for path in editions(options.muster, pathlib.Path(folder), options.both):
            pages.check(path)
        browser.close()
    for fault in pages.faults:
        print(f"page_check: {fault}", file=sys.stderr)
    if pages.faults:
        sys.exit(1)
    print(f"page_check: {pages.checked} editions hold on {len(WIDTHS)} widths, light and dark, and on paper")


if __name__ == "__main__":
    main()
