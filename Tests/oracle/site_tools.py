"""What the checks of the site share: a real server, a visitor without a browser, and a look at a page as its reader has it."""

import html
import http.client
import os
import pathlib
import re
import signal
import socket
import subprocess
import time
import urllib.parse

from page_check import AXE, AXE_RUNS, LOOK

WIDTHS = [390, 768, 1280]
# How high the masthead may be: one line on a desk, two on a tablet.
MASTHEAD = {390: 190, 768: 112, 1280: 64}

# What a page says of itself to somebody who does not see it.
STRUCTURE = r"""language => {
  const problems = [], ids = new Set();
  const all = selector => [...document.querySelectorAll(selector)];
  for (const element of all('[id]')) {
    if (ids.has(element.id)) problems.push(`the id ${element.id} is there twice`);
    ids.add(element.id);
  }
  for (const link of all('a[href^="#"]')) if (!ids.has(link.getAttribute('href').slice(1))) problems.push(`a link leads to ${link.getAttribute('href')}`);
  for (const link of all('a[href]')) if (!/^(https?:|\/|#)/.test(link.getAttribute('href'))) problems.push(`a link leads to ${link.getAttribute('href')}`);
  for (const name of ['aria-labelledby', 'aria-describedby', 'headers', 'for'])
    for (const element of all(`[${name}]`))
      for (const id of element.getAttribute(name).split(' ')) if (!ids.has(id)) problems.push(`${name} names ${id}`);
  let level = 0;
  for (const head of all('h1, h2, h3, h4, h5, h6')) {
    const own = Number(head.tagName[1]);
    if (own > level + 1) problems.push(`'${head.textContent}' is h${own} after h${level}`);
    if (!head.textContent.trim()) problems.push(`an h${own} is empty`);
    level = own;
  }
  const one = {h1: 'h1', main: 'main', banner: 'body > header', footer: 'body > footer'};
  for (const [name, selector] of Object.entries(one))
    if (all(selector).length !== 1) problems.push(`there are ${all(selector).length} of ${name}`);
  if (!all('nav').length) problems.push('there is no nav');
  const names = all('nav').map(nav => nav.getAttribute('aria-label') || nav.getAttribute('aria-labelledby') || '');
  if (new Set(names).size !== names.length) problems.push(`two navs have one name: ${names}`);
  if (document.documentElement.lang !== language) problems.push(`the language is ${document.documentElement.lang}`);
  for (const input of all('input:not([type=hidden]), select, textarea')) {
    const name = [...(input.labels ?? [])].map(label => label.textContent).join(' ').trim() || input.getAttribute('aria-label');
    if (!name) problems.push(`${input.outerHTML.slice(0, 80)} has no label`);
    if (input.placeholder) problems.push(`${input.name} has a placeholder`);
  }
  for (const button of all('button, a[href], summary'))
    if (!button.textContent.trim() && !button.getAttribute('aria-label') && !button.querySelector('title')) problems.push(`${button.outerHTML.slice(0, 80)} has no name`);
  for (const element of all('[tabindex]')) if (element.tabIndex > 0) problems.push(`${element.outerHTML.slice(0, 60)} leaves the order`);
  for (const table of all('main table')) {
    if (!table.caption?.textContent.trim()) problems.push('a table has no caption');
    if (table.querySelector('th:not([scope])')) problems.push(`a head has no scope: ${table.querySelector('th:not([scope])').textContent}`);
  }
  const first = document.querySelector('a[href], button, input, select, textarea, summary');
  if (first?.getAttribute('href') !== '#content') problems.push('the first stop is not the way to the content');
  for (const element of all('iframe, object, embed, img, style, [style], base, meta[http-equiv], script:not([src="/assets/muster.js"])'))
    problems.push(`there is ${element.outerHTML.slice(0, 80)}`);
  for (const element of all('*')) for (const name of element.getAttributeNames()) if (name.startsWith('on')) problems.push(`there is ${name}`);
  return problems;
}"""

# What somebody who points can hit in a form: 42 px, and 44 on a phone.
TARGETS = r"""() => {
  const least = innerWidth > 640 ? 41.5 : 43.5;
  const low = [...document.querySelectorAll('main form input:not([type=hidden]), main form select, main form textarea, main form button, a.button')]
    .filter(element => element.checkVisibility() && !['checkbox', 'radio'].includes(element.type))
    .filter(element => element.getBoundingClientRect().height < least);
  return low.length ? [`${low.length} targets are low, such as ${low[0].name || low[0].textContent} with ${low[0].getBoundingClientRect().height} px`] : [];
}"""


# Words that are broken where no hyphen stands. What has no letters to break at, such as a digest, may be.
WORDS = r"""() => {
  const broken = new Set(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const element = node.parentElement;
    if (element.closest('code, .id, svg, .unseen, textarea, select, script') || !element.checkVisibility()) continue;
    const head = element.closest('thead');
    if (head && getComputedStyle(head).clipPath !== 'none' || getComputedStyle(element).hyphens === 'auto') continue;
    for (const word of node.data.matchAll(/\p{L}{2,24}/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const boxes = [...range.getClientRects()];
      if (boxes.length > 1 && boxes.at(-1).top > boxes[0].top + 4) broken.add(`'${word[0]}' is broken`);
    }
  }
  return [...broken].slice(0, 3);
}"""


# On a phone all stands in one column, so that what is reached later must stand lower.
ORDER = r"""() => {
  const stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter(element => element.checkVisibility() && !element.closest('.skip, svg'))
    .map(element => ({name: element.textContent.trim() || element.name, top: element.getBoundingClientRect().top, bottom: element.getBoundingClientRect().bottom}));
  return stops.slice(1).flatMap((stop, index) => stop.bottom < stops[index].top - 4 ? [`'${stop.name}' is reached after '${stops[index].name}', and stands above it`] : []).slice(0, 3);
}"""


class Server:
    """The server of a registry, on a port that was free."""

    def __init__(self, program, registry, *options):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.registry, self.base = registry, f"http://127.0.0.1:{self.port}"
        self.log = open(f"{registry}.log", "ab")
        self.process = subprocess.Popen(
            [program, "--db", str(registry), "--port", str(self.port), *options], stdout=self.log, stderr=self.log)
        end = time.monotonic() + 30
        while True:
            try:
                if Visitor(self).ask("GET", "/healthz").status == 200:
                    return
            except OSError:
                pass
            if time.monotonic() > end or self.process.poll() is not None:
                raise SystemExit("site_check: the server did not start")
            time.sleep(0.05)

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)


class Answered:
    """What the server answered."""

    def __init__(self, answer):
        self.status, self.heads = answer.status, answer.headers
        self.text = answer.read().decode("utf-8", "replace")
        self.revision = int(self.heads.get("Muster-Revision") or -1)

    def head(self, name):
        return self.heads.get(name) or ""


class Visitor:
    """Somebody who makes requests by hand, with or without a session."""

    def __init__(self, server, token=None):
        self.server, self.cookie = server, None
        if token:
            self.sign_in(token)

    def ask(self, method, address, body=None, heads=None, cookie=True):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=120)
        heads = dict(heads or {})
        if cookie and self.cookie:
            heads.setdefault("Cookie", f"muster_session={self.cookie}")
        connection.request(method, address, body, heads)
        answer = Answered(connection.getresponse())
        connection.close()
        return answer

    def post(self, address, fields, heads=None, **more):
        heads = {"Content-Type": "application/x-www-form-urlencoded"} | (heads or {})
        return self.ask("POST", address, urllib.parse.urlencode(fields), heads, **more)

    def sign_in(self, token, **fields):
        answer = self.post("/en/sign-in", {"token": token, **fields})
        found = re.search(r"muster_session=([^;]*)", answer.head("Set-Cookie"))
        self.cookie = found.group(1) if found else None
        return answer

    def form_token(self):
        found = re.search(r'name="form_token" value="([0-9a-f]+)"', self.ask("GET", "/en/account").text)
        return found.group(1) if found else ""

    def send(self, form, fields, **more):
        return self.post(f"/en/record/{form}", {"form_token": self.form_token(), "?do": "record", **fields}, **more)

    def fields(self, address, hidden=False):
        """The names of what a form asks, with the values of what is hidden in it; or those alone."""
        text = self.ask("GET", address).text
        tags = re.findall(r"<(?:input|textarea|select)\b[^>]*>", text[text.index("<main"):])
        found = [(re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag), 'type="hidden"' in tag) for tag in tags]
        return {name.group(1): html.unescape(value.group(1)) if value and is_hidden else ""
                for name, value, is_hidden in found if name and (is_hidden or not hidden)}


class Looker:
    """Looks at pages in a browser, and keeps what is wrong."""

    def __init__(self):
        self.faults, self.steps = [], 0

    def fault(self, where, text):
        if f"{where}: {text}" in self.faults:
            return
        self.faults.append(f"{where}: {text}")
        print(f"FAULT {where}: {text}", flush=True)

    def step(self, what, is_right=True, told=""):
        self.steps += 1
        if is_right:
            print(f"{what}: as expected", flush=True)
        else:
            self.fault(what, str(told)[:400])
        return is_right

    def watch(self, page, where):
        """Hears what goes wrong in a page without being seen: messages, dialogs, and requests to elsewhere."""
        page.on("console", lambda message: message.type in ("error", "warning") and not re.search("status of (4|303)", message.text)
                and self.fault(where, f"console at {page.url}: {message.text}"))
        page.on("pageerror", lambda error: self.fault(where, f"script at {page.url}: {error}"))
        page.on("dialog", lambda dialog: (self.fault(where, f"a dialog opens at {page.url}"), dialog.dismiss()))

    def look(self, page, name, language, *, with_axe=True, widths=WIDTHS):
        """Looks at the page that is open, at all widths and in both schemes; it is not loaded again."""
        page.emulate_media(color_scheme="light")
        found = [f"{name}: {problem}" for problem in page.evaluate(STRUCTURE, language)]
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            found += [f"{name} at {width}: {problem}" for problem in page.evaluate(LOOK)]
            found += [f"{name} at {width}: {problem}" for problem in page.evaluate(TARGETS) + page.evaluate(WORDS)]
            tall = page.locator(".masthead").first.bounding_box()["height"] if page.locator(".masthead").count() else 0
            if not 0 < tall <= MASTHEAD[width]:
                found.append(f"{name} at {width}: the masthead is {tall:.0f} px high")
            if width < 640:
                found += [f"{name} at {width}: {problem}" for problem in page.evaluate(ORDER)]
        if with_axe:
            page.evaluate(AXE)
            for width, scheme, only in AXE_RUNS:
                page.set_viewport_size({"width": width, "height": 900})
                page.emulate_media(color_scheme=scheme)
                rules = page.evaluate(
                    "only => axe.run(document, {resultTypes: ['violations'], ...only}).then(found => found.violations)", only)
                for rule in rules:
                    parts = "; ".join(node["html"][:100] for node in rule["nodes"][:3])
                    found.append(f"{name} at {width} {scheme}: axe {rule['id']}: {rule['help']} ({len(rule['nodes'])}): {parts}")
        page.emulate_media(color_scheme="light")
        for problem in found[:12]:
            self.fault(name, problem.removeprefix(name).lstrip(": "))
        self.step(f"{name} in {language} looks right", True) if not found else None
