#!/usr/bin/env python3
"""Walks through the site as its readers and writers do, in chromium against a real server.

A newcomer signs in, records the dispatch by hand through the forms, mistypes, meets a look-alike, finds a mistake, undoes it, merges a
duplicate, meets somebody else's change, imports a file with a dry run, and prints the region's report: once by keyboard alone, once on
a phone, once in Russian. Every page is looked at on three widths, light and dark: nothing may reach over the edge or overlap, axe must be
silent, and heads, labels, landmarks and the order of stops must be right. Somebody
goes back to forms, sends one whose session is over, and leaves the tab to another. Then attacks are made, none of which may succeed.

    site_check.py --server .build/debug/muster-server --muster .build/debug/muster [--only keyboard,phone,russian,pages,returns,attacks]

Exit code 0 if all holds, 1 if not. It needs chromium (Debian), and playwright, axe-playwright-python and pypdf (PyPI).
"""

import argparse
import concurrent.futures
import io
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import pypdf
from playwright.sync_api import sync_playwright

from page_check import squeezed
from site_attacks import Attacks
from site_tools import Looker, Server, Visitor

DISPATCH = {"evidence.source": "S2", "evidence.speech": "attributed"}
GOVERNOR = "Alexei Besprozvannikov"
# What the newcomer takes from the dispatch: each a form and what is typed into it. The first is mistyped before.
ENROLLMENTS = [
    {"official": GOVERNOR, "post.title": "Governor", "post.kind": "head_of_region", "post.region": "RU-KGD", "unit": "BARS-Kaliningrad",
     "state": "announced", "date": "../2025-05-31", "unit_region": "RU-KGD", "evidence.locator": "paragraph 1",
     "evidence.quote": "announcing his enrollment in the ‘BARS-Kaliningrad’ territorial defense battalion", "evidence.speaker": GOVERNOR},
    {"group.who": "members of the regional government", "group.least": "2", "group.level": "regional", "unit": "BARS-Kaliningrad", "state": "joined",
     "evidence.locator": "paragraph 2", "evidence.quote": "members of the regional government", "evidence.speaker": GOVERNOR},
    {"group.who": "heads of municipalities", "group.least": "2", "group.kind": "head_of_municipality", "unit": "U1", "state": "joined",
     "evidence.locator": "paragraph 2", "evidence.quote": "heads of municipalities have also joined the unit", "evidence.speaker": GOVERNOR},
    {"official": "Dmitry Novikov", "post.title": "Head of district", "post.kind": "head_of_municipality", "post.region": "RU-KRS", "unit": "BARS-Kursk",
     "state": "joined", "unit_region": "RU-KRS", "evidence.locator": "paragraph 11", "evidence.quote": "to join the volunteer unit"},
]
MINISTER = {"name": "Ikonnikov", "post.title": "Health Minister", "post.kind": "regional_minister", "post.region": "RU-BEL", "post.tenure": "on_leave",
            "evidence.locator": "paragraph 11", "evidence.quote": "reportedly took a medical leave of absence"}
ROWS = "official;post;post_region;unit;state;state_date;source;quote\n{}Ivan Example;Deputy governor;RU-KGD;BARS-Kaliningrad;joined;2025-06;S2;have also joined\n"


def element(name):
    """The id of the input of a name."""
    return "#f-" + "".join(sign if sign.isalnum() else "-" for sign in name)


class Hands:
    """Somebody who points."""

    def __init__(self, page, looker):
        self.page, self.looker = page, looker

    def press(self, selector):
        self.page.locator(selector).first.click()

    def type(self, selector, text):
        self.page.fill(selector, text)

    def choose(self, selector, value):
        self.page.select_option(selector, value)

    def give(self, selector, path):
        self.page.set_input_files(selector, path)


class Keys(Hands):
    """Somebody who uses the keyboard alone."""

    # What the focus looks like where it is, and whether it can be seen.
    SEEN = """wanted => {
      const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
      const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none';
      return {is: element === wanted, ring, inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        what: element.outerHTML.slice(0, 90)};
    }"""

    def __init__(self, page, looker):
        super().__init__(page, looker)
        # Playwright asks for choosers without waiting for the browser's yes: asked at the key press, the browser may come too late.
        page.on("filechooser", lambda chooser: None)

    def reach(self, selector):
        wanted = self.page.locator(selector).first.element_handle(timeout=15000)
        if self.page.evaluate(self.SEEN, wanted)["is"]:
            return
        for stop in range(600):
            self.page.keyboard.press("Tab")
            seen = self.page.evaluate(self.SEEN, wanted)
            if not seen["what"].startswith("<body") and not (seen["ring"] and seen["inside"]):
                self.looker.fault("keyboard", f"a focus is not seen at {self.page.url}")
            if seen["is"]:
                return
            if stop == 0 and 'href="#content"' in seen["what"] and "header" not in selector:
                self.page.keyboard.press("Enter")
        raise LookupError(f"no key leads to {selector} on {self.page.url}")

    def press(self, selector):
        if self.page.locator(selector).first.get_attribute("type") == "radio":
            return self.pick(selector)
        self.reach(selector)
        if self.page.evaluate("document.activeElement.matches('summary, [type=checkbox]')"):
            return self.page.keyboard.press("Space")
        before = self.page.evaluate("performance.timeOrigin")
        self.page.keyboard.press("Enter")
        self.page.wait_for_function("before => performance.timeOrigin !== before", arg=before, timeout=30000)
        self.page.wait_for_load_state("load")

    def pick(self, selector):
        """Tab leads to the first of several choices, and the arrows to the others."""
        radio = self.page.locator(selector)
        self.reach(f"input[type=radio][name='{radio.get_attribute('name')}']")
        self.page.keyboard.press("Space")
        for _ in range(10):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        self.looker.fault("keyboard", f"no key chooses {selector}")

    def type(self, selector, text):
        self.reach(selector)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.insert_text(text)

    def choose(self, selector, value):
        self.reach(selector)
        for _ in range(60):
            if self.page.locator(selector).input_value() == value:
                return
            self.page.keyboard.press("ArrowDown")
        self.looker.fault("keyboard", f"no key chooses {value} in {selector}")

    def give(self, selector, path):
        self.reach(selector)
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Space")
        chooser.value.set_files(path)


class Walk:
    """A newcomer's way, from signing in to the printed report."""

    def __init__(self, name, hands, server, tokens, language, looker, widths):
        self.name, self.hands, self.page, self.server, self.tokens = name, hands, hands.page, server, tokens
        self.language, self.looker, self.widths = language, looker, widths
        self.folder = server.registry.parent
        looker.watch(self.page, name)
        self.colleague = Visitor(server, tokens["admin"])

    def step(self, what, is_right, told=""):
        return self.looker.step(f"{self.name}: {what}", is_right, told)

    def look(self, what):
        """Looks at the page that is open, and puts its size back."""
        if self.widths:
            size = self.page.viewport_size
            self.looker.look(self.page, f"{self.name}, {what}", self.language, with_axe=len(self.widths) > 1, widths=self.widths)
            self.page.set_viewport_size(size)

    def all(self):
        for part in (self.sign_in, self.add_sources, self.mistype, self.record_rest, self.meet_lookalike, self.undo, self.merge,
                     self.meet_change, self.import_file, self.print_report, self.leave):
            try:
                part()
            except Exception as error:
                self.looker.fault(f"{self.name}, {part.__name__}", f"at {self.page.url}: {str(error)[:600]}")
                self.page.screenshot(path=str(self.folder / f"fault-{self.name}-{part.__name__}.png"), full_page=True)

    @property
    def revision(self):
        return self.colleague.ask("GET", "/en/units").revision

    def path(self):
        return re.sub(r"\?recorded=\d+$", "", self.page.url.removeprefix(self.server.base))

    def text(self, selector="main"):
        return self.page.locator(selector).first.inner_text()

    def open(self, form, **values):
        """Goes to a form the way that the pages lead."""
        self.hands.press('header a[href$="/account"]')
        self.hands.press(f'main a[href$="/record/{form}"]')

    def fill(self, values):
        for name, value in values.items():
            if not value:
                continue
            selector = element(name)
            folded = self.page.locator(f"details:not([open]):has({selector}) > summary")
            if folded.count():
                self.hands.press(f"details:not([open]):has({selector}) > summary")
            tag = self.page.locator(selector).evaluate("one => one.tagName === 'SELECT' ? 'select' : one.type")
            if tag == "select":
                self.hands.choose(selector, value)
            elif tag == "checkbox":
                self.hands.press(selector)
            else:
                self.hands.type(selector, value)

    def send(self, do="record"):
        self.hands.press(f'main button[value="{do}"]')

    def record(self, form, values):
        self.open(form)
        self.fill(values)
        self.send()
        return self.path()

    def sign_in(self):
        self.page.goto(f"{self.server.base}/{self.language}/units")
        self.step("a stranger is led to sign in", f"/{self.language}/sign-in?next=" in self.page.url, self.page.url)
        self.hands.type("#f-token", "muster_wrong")
        self.hands.press("main button")
        self.step("a wrong token is refused in words", self.page.locator(".fault").count() == 1, self.text())
        self.look("signing in refused")
        self.hands.type("#f-token", self.tokens["editor"])
        self.hands.press("main button")
        self.step("who signs in comes where he or she wanted", self.path() == f"/{self.language}/units", self.path())

    def add_sources(self):
        # A source of one's own has no page of dispatches to be taken from.
        first = self.record("source", {"title": "Post on the governor's Telegram channel", "kind": "official_channel", "publisher": GOVERNOR, "?reason": "the origin"})
        second = self.record("source", {"title": "Dispatch on BARS-Kaliningrad", "kind": "rewrite", "language": "en", "published": "2025-05-31/..",
                                        "derived_from": "S1", "relation": "rewrites"})
        self.step("two sources are recorded", first.endswith("/sources/S1") and second.endswith("/sources/S2"), (first, second))

    def mistype(self):
        """The first enrollment, typed wrong, then checked, then recorded."""
        values, before = DISPATCH | ENROLLMENTS[0], self.revision
        self.open("enrollment")
        self.look("an empty form")
        self.send()
        self.step("an empty form is refused at a field that it lacks, in its own words",
                  self.page.locator("main .problem a[href^='#f-']").count() and not re.search("member|object", self.text(".problem")), self.text(".problem"))
        self.fill(values | {"date": "31.02.2025"})
        self.send()
        self.look("a refused form")
        kept = {name: self.page.locator(element(name)).input_value() for name in values}
        lost = {name for name in values if kept[name] != (values | {"date": "31.02.2025"})[name]}
        self.step("a refused form loses nothing", not lost and self.revision == before, lost)
        problem = self.page.locator("main .problem")
        told = {"title": re.match("Error: |Ошибка: ", self.page.title()), "focus": problem.evaluate("one => one === document.activeElement"),
                "first": problem.evaluate("one => one === one.parentElement.querySelector('h1, .problem') || !one.previousElementSibling?.matches('form')"),
                "link": problem.locator(f'a[href="{element("date")}"]').count() == 1,
                "invalid": self.page.locator(element("date")).get_attribute("aria-invalid") == "true",
                "beside": "31.02.2025" in self.text(element("date") + "-fault"),
                "status": self.page.evaluate("performance.getEntriesByType('navigation')[0].responseStatus") == 422}
        self.step("it says what is wrong, first and at the field", all(told.values()), {key for key, value in told.items() if not value})
        self.hands.type(element("date"), "../2025-05-31")
        self.page.wait_for_function("id => document.querySelector(id).textContent", arg=element("date") + "-echo", timeout=20000)
        self.step("a date is said back while it is typed", "31" in self.text(element("date") + "-echo"), self.text(element("date") + "-echo"))
        self.send("check")
        shown = self.text(".will")
        self.step("a check tells what would be recorded, and records nothing", self.revision == before and all(words in shown for words in ("E1", GOVERNOR, "31", "Dispatch", "BARS-Kaliningrad")), shown)
        self.look("a checked form")
        self.send()
        self.step("the enrollment is recorded, and shown", self.path().endswith("/enrollments/E1") and "31" in self.text(), self.path())

    def record_rest(self):
        done = [self.record("enrollment", DISPATCH | values) for values in ENROLLMENTS[1:]]
        self.step("the dispatch's enrollments are recorded", [path.split("/")[-1] for path in done] == ["E2", "E3", "E4"], done)
        done = self.record("official", DISPATCH | MINISTER)
        self.step("the minister on leave is recorded", "/officials/O" in done, done)
        figures = self.colleague.ask("GET", "/en/regions/RU-KGD").text
        self.step("the region counts them", "at least" in figures and re.search(r">\s*5\s*<", figures), figures[:200])

    def meet_lookalike(self):
        """The same official in another spelling: the writer is asked, and decides wrongly."""
        values, before = DISPATCH | ENROLLMENTS[3] | {"official": "Dmitri Novikov", "unit": "U2", "unit_region": ""}, self.revision
        self.open("enrollment")
        self.fill(values)
        self.send()
        self.step("an enrollment that is there already is named", "Novikov" in self.text(".lookalike"), self.text(".lookalike"))
        values["official"] = "D. Novikov"
        self.hands.type(element("official"), values["official"])
        self.send()
        picks = self.page.locator("input[name='?pick']")
        told = {"asked": picks.count() >= 2, "none chosen": not self.page.locator("input[name='?pick']:checked").count(),
                "named": "Dmitry Novikov" in self.text(".lookalike"), "unwritten": self.revision == before,
                "kept": self.page.locator(element("official")).input_value() == values["official"]}
        self.step("a look-alike is shown, and nothing chosen", all(told.values()), ({key for key, value in told.items() if not value}, self.text(".lookalike")))
        self.look("a look-alike")
        self.hands.press("#pick-new")
        self.send()
        self.step("whoever says that it is another is believed", self.path().endswith("/enrollments/E5"), self.path())

    def undo(self):
        """He or she sees the mistake in the history, and undoes it."""
        before = self.revision
        self.hands.press(f'header a[href$="/{self.language}/history"]')
        self.look("the history")
        self.hands.press(f'main a[href$="/history/{before}"]')
        self.step("the revision tells what it added", "D. Novikov" in self.text(), self.text())
        self.look("a revision")
        self.hands.press('main a[href*="/record/revert?"]')
        self.fill({"?reason": "he is O2"})
        self.send()
        found = self.colleague.ask("GET", "/en/officials").text
        self.step("the mistake is undone", self.revision == before + 1 and "D. Novikov" not in found, self.path())

    def merge(self):
        """The dispatch is on record twice; the two are compared, and made one."""
        added = self.record("source", {"title": "Dispatch on BARS Kaliningrad", "kind": "rewrite", "note": "typed a second time"})
        self.hands.press(f'header a[href$="/{self.language}/review"]')
        self.hands.press('main a[href$="/duplicates"]')
        self.look("the duplicates")
        self.hands.press('main a[href*="/record/merge?"][href*="S3"]')
        self.step("the two are compared", all(words in self.text() for words in ("S2", "S3", "typed a second time")), self.text())
        self.look("a comparison")
        before = self.revision
        self.send()
        if not self.step("nothing is merged without a decision", self.revision == before and self.page.locator(element("?decision")).count(), self.path()):
            return
        self.fill({"?decision": "keep" if self.page.locator(element("gone")).input_value() == "S3" else "other", "?reason": "typed twice"})
        self.send()
        answer = self.colleague.ask("GET", added)
        self.step("they are one, and the old address leads on", self.revision == before + 1 and answer.status in (301, 303, 308)
                  and self.path().endswith("/sources/S2"), (answer.status, answer.head("Location"), self.path()))

    def meet_change(self):
        """Somebody else changes the record while the form is open."""
        self.hands.press(f'header a[href$="/{self.language}/units"]')
        self.hands.press('main a[href$="/units/U1"]')
        self.hands.press('main a[href*="/record/edit?"]')
        self.fill({"values.role": "the role of mine", "inferred": "seen"})
        hidden = self.colleague.fields("/en/record/edit?record=U1", hidden=True)
        other = self.colleague.post("/en/record/edit", hidden | {"values.role": "the role of another", "inferred": "seen", "?do": "record"})
        before = self.revision
        self.send()
        told = {"other": other.status == 303, "unwritten": self.revision == before, "theirs": "the role of another" in self.text(),
                "mine": self.page.locator(element("values.role")).input_value() == "the role of mine"}
        self.step("somebody else's change is shown beside one's own", all(told.values()), {key for key, value in told.items() if not value})
        self.look("a change meanwhile")
        self.send()
        self.step("who sends again keeps his or her own", "the role of mine" in self.text() and self.revision == before + 1, self.path())

    def import_file(self):
        """A file with a row that is wrong, mended, tried, and taken."""
        path = self.folder / f"{self.name} <b>list.csv"
        for rows, do in ((ROWS.format("Petr Example;Deputy governor;RU-KGD;BARS-Kaliningrad;jonied;;S2;\n"), "record"), (ROWS.format(""), "check"), (ROWS.format(""), "record")):
            path.write_text(rows, encoding="utf-8")
            before = self.revision
            self.open("import")
            self.hands.give(element("file"), str(path))
            self.send(do)
            shown = self.text()
            if "jonied" in rows:
                self.step("a wrong row is named, and nothing taken", self.revision == before and "jonied" in shown and re.search(r"\b2\b", shown), shown)
                self.look("a refused import")
            elif do == "check":
                self.step("a dry run tells of each row, and takes none", self.revision == before and self.page.locator(".will li").count() == 1, shown)
                self.look("a dry run")
            else:
                found = self.colleague.ask("GET", "/en/officials").text
                self.step("the file is imported", self.revision == before + 1 and "Ivan Example" in found, self.path())

    def print_report(self):
        self.hands.press(f'header a[href$="/{self.language}/regions"]')
        self.hands.press('main a[href$="/regions/RU-KGD"]')
        self.page.emulate_media(media="print")
        bare = self.page.evaluate("[...document.querySelectorAll('header, .daybar, nav, button, form, .actions')].filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 60))")
        self.step("what is for the screen alone is not printed", not bare, bare)
        for what in ("page", "report"):
            printed = pypdf.PdfReader(io.BytesIO(self.page.pdf(prefer_css_page_size=True, print_background=True)))
            text = squeezed("".join(sheet.extract_text() for sheet in printed.pages))
            lacks = [words for words in (GOVERNOR, "members of the regional government", "Ivan Example", "BARS-Kaliningrad") if squeezed(words) not in text]
            self.step(f"the {what} of the region is printed", not lacks, lacks)
            if what == "page":
                self.page.emulate_media(media="screen")
                self.hands.press('main .downloads a[href$=".html"]')
                name = self.page.locator("meta[name=muster-edition]").get_attribute("content")
                self.step("the report has an address of its own", name in self.page.url and self.page.url.endswith(".html"), self.page.url)
        self.page.emulate_media(media="screen")

    def leave(self):
        # The report has no way back: it is a file of its own.
        self.page.goto(f"{self.server.base}/{self.language}/units")
        self.hands.press('header a[href$="/account"]')
        self.look("the account")
        # Once more: the browser has the style and the page now, and asks whether they changed.
        for _ in range(2):
            self.page.goto(f"{self.server.base}/{self.language}/units")
        self.step("a page that was seen before has its style", self.page.evaluate("document.styleSheets.length === 1 && getComputedStyle(document.body).marginTop === '0px'"))
        self.hands.press('header a[href$="/account"]')
        self.hands.press('main form[action$="/sign-out"] button')
        self.page.goto(f"{self.server.base}/{self.language}/units")
        self.step("who signs out is out", "/sign-in" in self.page.url, self.page.url)


# The pages that no walk opens, or not in every state.
PAGES = ["", "regions", "regions/RU-KGD", "regions/RU-MOW", "units", "units?region=RU-KGD&on=2025-06-01", "units/U1", "officials", "officials/O1", "enrollments", "enrollments/E1",
         "sources", "sources/S1", "programmes", "events", "looks", "disputes", "review", "due", "duplicates", "coverage", "search?q=Novikov", "search?q=zzzz",
         "search", "history", "diff?from=1&to=20", "timeline/U1", "how-to-read", "how-to-check", "nothing", "units/U999", "regions/RU-KGD?known-at=10",
         "?on=31.02.2025", "record/event?record=E1", "record/citation?record=E1", "record/unit", "record/look"]


def look_at_pages(page, server, tokens, looker):
    """Looks at each page once."""
    looker.watch(page, "pages")
    page.goto(f"{server.base}/en/sign-in")
    page.fill("#f-token", tokens["editor"])
    page.click("main button")
    titles = {}
    for path in PAGES:
        page.goto(f"{server.base}/en/{path}")
        looker.look(page, path or "the first page", "en", with_axe="?" not in path or path.startswith("re"))
        titles.setdefault(page.title(), []).append(path)
    same = [paths for paths in titles.values() if len({path.split("?")[0] for path in paths} - {"nothing", "units/U999"}) > 1]
    looker.step("each page has a title of its own", not same, same)
    grades = [re.search(r"\b(definitely|presumably|possibly|no)\b(?! date)", page.goto(f"{server.base}/en/{path}") and page.locator(row).first.inner_text())
              for path, row in (("enrollments?on=2026-11-30", "tr.row:has(a[href*='/E4'])"), ("officials/O2?on=2026-11-30", "main tr.row:has(a[href*='/E4'])"))]
    looker.step("a list and a record grade an enrollment alike", len({grade and grade.group() for grade in grades}) == 1, [grade and grade.group() for grade in grades])
    page.goto(f"{server.base}/en/regions/RU-KGD")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    looker.step("who skips to the content is there", page.evaluate("document.querySelector('main').contains(document.activeElement)"))


# What somebody types who is interrupted.
INTERRUPTED = {"official": "Anna Testova", "post.title": "Clerk", "post.region": "RU-KGD", "unit": "BARS-Kaliningrad", "state": "joined", "evidence.source": "S1",
               "evidence.quote": "she joined"}


def come_back(page, server, tokens, looker):
    """Goes back to forms, and sends one whose session is over: nothing that was typed is lost, and nobody else gets it."""
    looker.watch(page, "returns")
    page.goto(f"{server.base}/en/sign-in")
    page.fill("#f-token", tokens["editor"])
    page.click("main button")

    def fill(values):
        # To go to an address again from itself is to load it again, and what was typed comes back.
        page.goto(f"{server.base}/en/account")
        page.click('main a[href$="/record/enrollment"]')
        for name, value in values.items():
            folded = page.locator(f"details:not([open]):has({element(name)}) > summary")
            if folded.count():
                folded.first.click()
            page.select_option(element(name), value) if name == "state" else page.fill(element(name), value)

    def lost(values):
        try:
            return {name: page.locator(element(name)).input_value(timeout=5000) for name in values
                    if page.locator(element(name)).input_value(timeout=5000) != values[name]}
        except Exception:
            return page.url, page.locator("body").inner_text()[:200]

    def move(way):
        try:
            getattr(page, way)()
        except Exception:  # The browser asks whether to send the form again.
            pass

    wrong = INTERRUPTED | {"date": "31.02.2025"}
    fill(wrong)
    page.click("main button[value=record]")
    looker.step("a form is refused whole", page.locator(".problem").count() and not lost(wrong), lost(wrong))
    move("go_back")
    looker.step("the way back from a refused form brings back what was typed", not page.locator(".problem").count() and not lost(wrong), lost(wrong))
    move("go_forward")
    looker.step("the way forward shows the refused form without sending it", page.locator(".problem").count() and not lost(wrong), lost(wrong))
    page.goto(f"{server.base}/en/units")
    move("go_back")
    looker.step("the way back to a refused form shows it without sending it", page.locator(".problem").count() and not lost(wrong), lost(wrong))

    fill(INTERRUPTED)
    same = Visitor(server)
    same.cookie = next(one["value"] for one in page.context.cookies() if one["name"] == "muster_session")
    same.post("/en/sign-out", {"form_token": same.form_token()})
    page.click("main button[value=record]")
    looker.step("a form whose session is over comes back whole", page.locator("#f-token").count() and not lost(INTERRUPTED), lost(INTERRUPTED))
    page.set_viewport_size({"width": 360, "height": 740})
    looker.look(page, "a form whose session is over", "en", with_axe=True)
    page.fill("#f-token", "muster_wrong")
    page.press("#f-token", "Enter")
    page.wait_for_selector("#f-token-fault")
    looker.step("a wrong token loses nothing of it", not lost(INTERRUPTED), lost(INTERRUPTED))
    page.fill("#f-token", tokens["editor"])
    page.press("#f-token", "Enter")
    page.wait_for_url("**/enrollments/**")
    looker.step("the token signs in and sends it", "Anna Testova" in page.locator("main").inner_text() and "?next=" not in page.url, page.url)

    fill(wrong)
    page.click("main button[value=record]")
    page.goto(f"{server.base}/en/account")
    page.click('main form[action$="/sign-out"] button')
    seen = []
    for _ in range(3):
        move("go_back")
        seen.append((page.locator(element("official")).count(), page.locator("body").inner_text()))
    looker.step("whoever comes after somebody who signed out sees nothing of the form", not any(count or "she joined" in text for count, text in seen), seen)

    def sign_in(role):
        page.goto(f"{server.base}/en/sign-in")
        page.fill("#f-token", tokens[role])
        page.click("main button")

    # Somebody types and sends nothing, and somebody else signs in in the same tab.
    sign_in("editor")
    fill(INTERRUPTED)
    page.wait_for_timeout(600)
    page.goto(f"{server.base}/en/account")
    page.click('main form[action$="/sign-out"] button')
    sign_in("contributor")
    seen = []
    for _ in range(6):
        move("go_back")
        held = page.evaluate("[...document.querySelectorAll('input, textarea')].map(one => one.value).join(' ') + JSON.stringify(history.state)")
        seen.append((page.url, bool(page.locator(element("official")).count()), "Anna" in held or "she joined" in held))
    looker.step("whoever signs in next in the tab comes to the form and sees nothing typed", any(one[1] for one in seen) and not any(one[2] for one in seen), seen)

    come_back_after_recording(page, server, tokens, looker, fill, move, sign_in)


def come_back_after_recording(page, server, tokens, looker, fill, move, sign_in):
    """Goes back to forms of which something was recorded: they are as new, and a draft that was not sent is kept."""
    colleague = Visitor(server, tokens["admin"])

    def holds(selector, text):
        # The form rests on the newest revision, and an input holds a text.
        now = str(colleague.ask("GET", "/en/units").revision)
        told = [page.locator("main form[data-holder]").get_attribute("data-revision")] + [one.input_value() for one in page.locator("input[name='?if_match']").all()]
        return all(one == now for one in told) and page.locator(selector).input_value() == text

    def edit(role):
        page.fill(element("values.role"), role)
        folded = page.locator(f"details:not([open]):has({element('inferred')}) > summary")
        if folded.count():
            folded.first.click()
        page.fill(element("inferred"), "seen by hand")

    sign_in("editor")
    fill(INTERRUPTED | {"official": "Boris Testov", "evidence.quote": "he joined"})
    page.click("main button[value=record]")
    page.wait_for_url("**/enrollments/**")
    move("go_back")
    looker.step("the way back to a form that was recorded leads to an empty one", holds(element("official"), ""), page.url)

    address = f"{server.base}/en/record/edit?record=U1"
    page.goto(address)
    edit("the first role")
    page.click("main button[value=record]")
    page.wait_for_url("**/units/U1**")
    move("go_back")
    looker.step("the way back to an edit that was recorded leads to what is on record", holds(element("values.role"), "the first role") and holds(element("inferred"), ""), page.url)
    edit("the second role")
    page.click("main button[value=record]")
    looker.step("the next edit is not refused as somebody else's", "/units/U1" in page.url, page.url)

    page.goto(address)
    edit("the third role")
    page.wait_for_timeout(600)
    colleague.send("source", {"title": "A page of today", "kind": "other"})
    page.reload()
    looker.step("a draft is kept while something else is recorded", page.locator(element("values.role")).input_value() == "the third role"
                and page.locator(element("inferred")).input_value() == "seen by hand", page.url)
    hidden = colleague.fields("/en/record/edit?record=U1", hidden=True)
    colleague.post("/en/record/edit", hidden | {"values.role": "the role of another", "inferred": "seen", "?do": "record"})
    page.reload()
    looker.step("a draft never undoes somebody else's change", page.locator(element("values.role")).input_value() == "the role of another", page.url)


class Check:
    """The registries, their servers, and the browser."""

    def __init__(self, options, folder, browser, looker):
        self.options, self.folder, self.browser, self.looker = options, folder, browser, looker
        self.servers = []

    def served(self, name, *command):
        """A new registry with tokens, served."""
        registry = self.folder / f"{name}.db"
        run = lambda *all: subprocess.run([self.options.muster, *all, "--db", registry], check=True, capture_output=True, text=True).stdout.strip()
        run(*command)
        tokens = {role: run("token", "add", f"The {role}", "--role", role) for role in ("admin", "editor", "contributor", "reader")}
        self.servers.append(Server(self.options.server, registry))
        return self.servers[-1], tokens

    def walk(self, name, hands, language, widths, **context):
        server, tokens = self.served(name, "init")
        page = self.browser.new_context(**context).new_page()
        page.set_default_timeout(20000)
        Walk(name, hands(page, self.looker), server, tokens, language, self.looker, widths).all()
        page.context.close()
        return server, tokens

    def all(self):
        runs = {"keyboard": lambda: self.walk("keyboard", Keys, "en", []),
                "phone": lambda: self.walk("phone", Hands, "en", [390], viewport={"width": 390, "height": 844}, has_touch=True),
                "russian": lambda: self.walk("russian", Hands, "ru", [390, 768, 1280]),
                "pages": self.pages, "returns": self.returns, "attacks": self.attacks}
        for name in self.options.only.split(","):
            began = time.monotonic()
            runs[name]()
            print(f"{name}: {time.monotonic() - began:.0f} s", flush=True)

    def pages(self):
        server, tokens = self.served("pages", "demo")
        page = self.browser.new_context().new_page()
        look_at_pages(page, server, tokens, self.looker)
        page.context.close()

    def returns(self):
        server, tokens = self.served("returns", "demo")
        page = self.browser.new_context().new_page()
        page.set_default_timeout(20000)
        come_back(page, server, tokens, self.looker)
        page.context.close()

    def attacks(self):
        server, tokens = self.served("attacks", "demo")
        Attacks(server, tokens, self.browser, self.looker, self.options.muster, self.options.server).all()


def run_apart(parts):
    """Runs the parts in processes of their own, two at once."""
    def run(part):
        with subprocess.Popen([sys.executable, __file__, *sys.argv[1:], "--only", part], stdout=subprocess.PIPE, text=True) as process:
            for line in process.stdout:
                print(line, end="", flush=True)
        return process.returncode
    with concurrent.futures.ThreadPoolExecutor(2) as two:
        return any(list(two.map(run, parts)))


PARTS = ["pages", "russian", "keyboard", "attacks", "phone", "returns"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", required=True, type=os.path.abspath, help="the server")
    parser.add_argument("--muster", required=True, type=os.path.abspath, help="the command")
    parser.add_argument("--chromium", default=shutil.which("chromium"), help="the browser")
    parser.add_argument("--only", help="some of the parts, by commas")
    parser.add_argument("--keep", help="a folder for the registries, logs and pictures of faults")
    options = parser.parse_args()
    if not options.only:
        sys.exit(run_apart(PARTS))
    looker = Looker()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox", "--disable-dev-shm-usage"])
        if options.keep:
            pathlib.Path(options.keep).mkdir(parents=True, exist_ok=True)
        check = Check(options, pathlib.Path(options.keep or folder), browser, looker)
        try:
            check.all()
        finally:
            for server in check.servers:
                server.end()
            browser.close()
    if looker.faults:
        sys.exit(f"site_check, {options.only}: {len(looker.faults)} faults in {looker.steps} steps")
    print(f"site_check, {options.only}: {looker.steps} steps hold")


if __name__ == "__main__":
    main()
