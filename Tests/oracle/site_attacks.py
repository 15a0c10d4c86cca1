"""Attacks on the site, made by hand and in a browser. None may change, show or run what it should not."""

import http.server
import json
import re
import subprocess
import threading
import urllib.parse

from site_tools import Server, Visitor

HOSTILE = ["<img src=x onerror=alert(1)>", "\"><script>alert(1)</script>", "</textarea></title><svg onload=alert(1)>",
           "'\"><a href=javascript:alert(1)>a</a>", "{{7*7}}${7*7}<%=7*7%>"]
# Addresses that must not be gone to after signing in.
ELSEWHERE = ["//evil.example/", "https://evil.example/", "/\\evil.example", "/en/\r\nSet-Cookie: a=b", "javascript:alert(1)",
             "/enevil", "/en//evil.example/../..", "\t//evil.example", "/en/sign-out", "/api/tokens", "/en/@evil.example"]
# What may be narrowed, looked for or asked by an address.
ADDRESSES = ["/en/search?q={}", "/en/?on={}", "/en/?known-at={}", "/en/units?region={}", "/en/officials?standing={}", "/en/{}", "/en/units/{}",
             "/en/history?by={}", "/en/history?of={}", "/en/diff?from={}", "/en/sign-in?next={}", "/en/record/enrollment?official={}",
             "/en/record/enrollment?unit={}&date={}", "/en/record/edit?record={}", "/en/record/merge?kept={}&gone={}", "/en/understood?text={}",
             "/en/reports/{}", "/en/timeline/{}", "/en/duplicates?kind={}", "/{}/", "/en/enrollments?{}=1"]


class Attacks:
    """The attacks on a registry that a newcomer filled."""

    def __init__(self, server, tokens, browser, looker, muster, program):
        self.server, self.tokens, self.browser, self.looker = server, tokens, browser, looker
        self.muster, self.program = muster, program
        self.number = 0
        self.editor, self.contributor, self.reader = (Visitor(server, tokens[role]) for role in ("editor", "contributor", "reader"))

    def all(self):
        for attack in [
            self.without_token, self.with_another_token, self.from_another_site, self.from_another_origin, self.by_browser,
            self.by_reading, self.by_api, self.with_session_set_before, self.with_session_left_behind, self.with_two_cookies,
            self.with_revoked_token, self.with_readable_cookie, self.by_framing, self.by_redirect, self.with_markup_in_fields,
            self.with_markup_in_addresses, self.with_markup_in_file, self.with_script_as_address, self.by_hand_edit,
            self.by_hand_merge_undo_import, self.by_hand_standing, self.by_reader, self.with_stale_edit, self.by_stored_page,
            self.by_walking_folders, self.with_too_much, self.unknown_sees_nothing, self.by_guessing,
        ]:
            before = self.revision()
            self.number += 1
            fault = attack()
            after = self.revision()
            if not fault and after != before and attack not in (self.with_markup_in_fields, self.by_hand_standing):
                fault = f"revisions {before + 1} to {after} were written"
            self.looker.step(f"attack {self.number}, {attack.__doc__}", not fault, fault)

    def revision(self):
        return Visitor(self.server).ask("GET", "/api/sources?limit=1", heads={"Authorization": f"Bearer {self.tokens['reader']}"}).revision

    SOURCE = {"title": "An attack", "kind": "other"}

    def without_token(self):
        """a form without the session's token"""
        done = [self.editor.post("/en/record/source", self.SOURCE | {"?do": "record"}),
                self.editor.post("/en/record/source", self.SOURCE | {"?do": "record", "form_token": ""}),
                self.editor.post("/en/sign-out", {})]
        return [one.status for one in done if one.status != 403]

    def with_another_token(self):
        """a form with the token of another session"""
        done = self.editor.post("/en/record/source", self.SOURCE | {"form_token": self.contributor.form_token()})
        return done.status != 403 and done.status

    def from_another_site(self):
        """a form that a browser says another site sent"""
        return [site for site in ("cross-site", "same-site")
                if self.editor.send("source", self.SOURCE, heads={"Sec-Fetch-Site": site}).status != 403]

    def from_another_origin(self):
        """a form of another origin from an older browser"""
        return [origin for origin in ("https://evil.example", "null", f"http://127.0.0.1.evil.example:{self.server.port}")
                if self.editor.send("source", self.SOURCE, heads={"Origin": origin}).status != 403]

    def by_browser(self):
        """a page of another site that sends a form in the browser of an editor"""
        page = self.signed_in("editor")
        token = self.editor.form_token()
        with Elsewhere(f'<form method=post action="{self.server.base}/en/record/source"><input name=title value=a><input name=kind value=other>'
                       f'<input name=form_token value="{token}"></form><script>document.forms[0].submit()</script>') as elsewhere:
            page.goto(elsewhere.address)
            page.wait_for_url(f"{self.server.base}/**")
            # The page comes without the session.
            fault = page.locator("a[href$='/account']").count() and "the session was sent with it"
        page.context.close()
        return fault

    def by_reading(self):
        """a link that records"""
        query = "title=An+attack&kind=other&%3Fdo=record&form_token=" + self.editor.form_token()
        done = [self.editor.ask(method, f"/en/record/source?{query}").status for method in ("GET", "HEAD")]
        done += [self.editor.ask("GET", "/en/sign-out").status]
        return self.editor.ask("GET", "/en/account").status != 200 and done

    def by_api(self):
        """a session where the API asks for a token"""
        body = json.dumps(self.SOURCE)
        done = [self.editor.ask("POST", "/api/sources", body, {"Content-Type": kind}).status for kind in ("application/json", "text/plain")]
        done += [self.editor.ask("GET", "/api/sources").status]
        return [status for status in done if status not in (401, 403, 415)]

    def with_session_set_before(self):
        """session fixation"""
        victim = Visitor(self.server)
        victim.cookie = "f" * 64
        victim.sign_in(self.tokens["editor"])
        attacker = Visitor(self.server)
        attacker.cookie = "f" * 64
        return (not victim.cookie or victim.cookie == "f" * 64 or attacker.ask("GET", "/en/account").status == 200) and victim.cookie

    def with_session_left_behind(self):
        """a session after signing out, and one after signing in again"""
        one = Visitor(self.server, self.tokens["editor"])
        old, form = one.cookie, one.form_token()
        one.post("/en/sign-in", {"token": self.tokens["editor"], "form_token": form})
        left = one.ask("GET", "/en/account").status
        two = Visitor(self.server, self.tokens["editor"])
        out = two.post("/en/sign-out", {"form_token": two.form_token()})
        return (out.status != 303 or left == 200 or two.ask("GET", "/en/account").status == 200) and (old, out.status, left)

    def with_two_cookies(self):
        """two cookies of the session's name"""
        heads = {"Cookie": f"muster_session={'0' * 64}; muster_session={self.editor.cookie}"}
        return self.editor.ask("GET", "/en/account", heads=heads).status == 200

    def with_revoked_token(self):
        """the session of a token that was revoked"""
        made = subprocess.run([self.muster, "token", "add", "Gone", "--role", "editor", "--db", self.server.registry], capture_output=True, text=True)
        gone = Visitor(self.server, made.stdout.strip())
        form = gone.form_token()
        one = re.search(r"T\d+", made.stderr).group(0)
        subprocess.run([self.muster, "token", "revoke", one, "--db", self.server.registry], check=True, capture_output=True)
        read, written = gone.ask("GET", "/en/units"), gone.post("/en/record/source", self.SOURCE | {"form_token": form, "?do": "record"})
        return (not form or read.status == 200 or written.head("Location").startswith("/en/sources")) and (form, read.status, written.status)

    def with_readable_cookie(self):
        """a script that reads the cookie"""
        head = Visitor(self.server).sign_in(self.tokens["reader"]).head("Set-Cookie")
        page = self.signed_in("reader")
        read = page.evaluate("document.cookie")
        page.context.close()
        return (not all(word in head for word in ("HttpOnly", "SameSite=Strict", "Path=/")) or read) and (head, read)

    def by_framing(self):
        """clickjacking"""
        page = self.signed_in("editor")
        with Elsewhere(f'<iframe src="{self.server.base}/en/account"></iframe><iframe src="{self.server.base}/en/sign-in"></iframe>') as elsewhere:
            page.goto(elsewhere.address, wait_until="load")
            page.wait_for_timeout(300)
            shown = [frame.url for frame in page.frames[1:] if frame.locator("form").count()]
        page.context.close()
        bare = [path for path in ("/en/", "/en/sign-in", "/en/none", "/assets/muster.css", "/healthz", "/en/reports/national")
                if "frame-ancestors 'none'" not in self.editor.ask("GET", path).head("Content-Security-Policy")]
        tag = self.editor.ask("GET", "/en/units").head("ETag")
        again = self.editor.ask("GET", "/en/units", heads={"If-None-Match": tag})
        kept = again.head("Content-Security-Policy") if again.status == 304 and "style-src 'self'" not in again.head("Content-Security-Policy") else ""
        return shown + bare + ([f"304 with {kept}"] if kept else [])

    def by_redirect(self):
        """open redirects"""
        gone = []
        for way in ELSEWHERE:
            visitor = Visitor(self.server)
            answer = visitor.sign_in(self.tokens["reader"], next=way)
            to = urllib.parse.urlsplit(urllib.parse.urljoin(self.server.base, answer.head("Location").replace("\\", "/")))
            if not f"{to.scheme}://{to.netloc}{to.path}/".startswith(self.server.base + "/en/") or "a=b" in str(answer.heads.get_all("Set-Cookie")):
                gone.append((way, answer.head("Location")))
        for path in ("//evil.example", "//evil.example/%2e%2e", "/%2f/evil.example", "/en//evil.example", "/\\evil.example"):
            to = self.editor.ask("GET", path).head("Location")
            if to.startswith("//") or "evil" in to.split("?")[0]:
                gone.append((path, to))
        return gone

    def with_markup_in_fields(self):
        """HTML and script in every field of every form"""
        faults, page = [], self.signed_in("editor")
        page.on("dialog", lambda dialog: (faults.append(f"a dialog at {page.url}"), dialog.dismiss()))
        sent = 0
        for form in ("source", "unit", "official", "enrollment", "event", "citation", "look", "merge", "distinction", "revert", "edit?record=U1"):
            kind, names = form.split("?")[0], self.editor.fields(f"/en/record/{form}")
            values = {name: value or HOSTILE[index % len(HOSTILE)] for index, (name, value) in enumerate(names.items()) if name != "?do"}
            answer = self.editor.post(f"/en/record/{kind}", values | {"?do": "record"})
            sent += len(values)
            if answer.status not in (422, 303):
                faults.append(f"{form}: {answer.status}")
            faults += [f"{form}: {text} is not escaped" for text in HOSTILE[:4] if text in answer.text]
        for index, text in enumerate(HOSTILE):
            self.editor.send("source", {"title": f"{text} {index}", "kind": "other", "publisher": text, "note": text, "?reason": text})
            source = re.search(r"S\d+", self.editor.ask("GET", "/en/search?q=" + str(index)).text)
            made = self.editor.send("official", {"name": f"Name {text}", "is_new": "true", "post.title": text, "post.region": "RU-KGD", "post.body": text,
                                                 "evidence.source": f"{text} {index}", "evidence.quote": text, "evidence.speaker": text,
                                                 "evidence.locator": text, "evidence.stated": text, "?reason": text})
            self.editor.send("enrollment", {"group.who": text, "unit": "U1", "role": text, "evidence.source": f"{text} {index}", "evidence.quote": text})
            self.editor.send("unit", {"designation": f"BARS-{text}", "is_new": "true", "region": "RU-KGD", "aliases": text, "role": text,
                                      "evidence.source": f"{text} {index}", "evidence.quote": text})
            if made.status not in (303, 422):
                faults.append(f"{text} as a name: {made.status} {source}")
        for path in ("/en/", "/en/regions/RU-KGD", "/en/units/U1", "/en/sources", "/en/officials", "/en/enrollments", "/en/search?q=alert", "/en/history",
                     "/en/duplicates", "/en/review", "/en/due", "/en/reports/region-RU-KGD.html", "/en/diff?from=1", "/ru/regions/RU-KGD"):
            answer = page.goto(self.server.base + path)
            if answer.status != 200:
                faults.append(f"{path} answers {answer.status}")
            faults += [f"{path} holds {html[:60]}" for html in page.eval_on_selector_all(
                "img, iframe, script:not([src='/assets/muster.js']), [onload], [onerror], a[href^=javascript i]", "all => all.map(one => one.outerHTML)")]
        page.context.close()
        return faults or (sent < 100 and f"only {sent} fields were sent")

    def with_markup_in_addresses(self):
        """HTML and script in addresses"""
        faults, page = [], self.signed_in("editor")
        page.on("dialog", lambda dialog: (faults.append(f"a dialog at {page.url}"), dialog.dismiss()))
        for address in ADDRESSES:
            for text in HOSTILE[:4]:
                answer = self.editor.ask("GET", address.replace("{}", urllib.parse.quote(text, safe="")))
                if text in answer.text and answer.head("Content-Type").startswith("text/html"):
                    faults.append(f"{address} writes {text} as markup")
                if answer.status >= 500 or (answer.text and not answer.head("X-Content-Type-Options")):
                    faults.append(f"{address} answers {answer.status} to {text}")
        for address in ADDRESSES[:3] + ADDRESSES[5:6]:
            page.goto(self.server.base + address.replace("{}", urllib.parse.quote(HOSTILE[1], safe="")))
        page.context.close()
        return faults

    def with_markup_in_file(self):
        """HTML, script and paths in the name and rows of a file"""
        faults = []
        rows = "official;post;post_region;unit;source\n" + "".join(f'"{text.replace(chr(34), chr(34) * 2)}";"=1+1";"RU-XXX";"{index}";S1\n' for index, text in enumerate(HOSTILE))
        for name in ("<img src=x onerror=alert(1)>.csv", "../../../etc/passwd", "a\\..\\b.csv", "\u202egnp.csv", "\"; name=\"form_token"):
            answer = self.upload(self.editor, rows, name, "check")
            # A name that forges a field gets no further than the form: two tokens are refused as no form of the site.
            if answer.status not in (200, 400, 403, 422) or "<img src=x" in answer.text or "<script>" in answer.text:
                faults.append((name, answer.status))
        return faults

    def upload(self, visitor, text, name, do):
        mark = "x" * 30
        fields = {"form_token": visitor.form_token(), "?do": do, "?source": "", "?encoding": "", "?dates": "", "?reason": ""}
        body = "".join(f'--{mark}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in fields.items())
        body += f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: text/csv\r\n\r\n{text}\r\n--{mark}--\r\n'
        return visitor.ask("POST", "/en/record/import", body.encode(), {"Content-Type": f"multipart/form-data; boundary={mark}"})

    def with_script_as_address(self):
        """a source whose address is a script"""
        return [url for url in ("javascript:alert(1)", "JaVaScRiPt:alert(1)", " data:text/html,<script>alert(1)</script>", "vbscript:a", "file:///etc/passwd")
                if self.editor.send("source", {"title": "An attack", "kind": "other", "url": url, "archive": url, "?do": "check"}).text.lower().count('href="' + url.strip()[:5].lower())]

    def by_hand_edit(self):
        """a contributor who edits by a hand-made request"""
        form = {"record": "U1", "values.region": "RU-MOW", "was.values.region": "RU-KGD", "evidence.source": "S1", "?if_match": str(self.revision())}
        done = [self.contributor.send("edit", form), self.contributor.send("edit?record=U1", form),
                self.contributor.ask("PATCH", "/api/records/U1", json.dumps({"values": {"region": "RU-MOW"}}), {"Content-Type": "application/json"}),
                self.contributor.ask("PATCH", "/api/records/U1", json.dumps({"values": {"region": "RU-MOW"}}),
                                     {"Content-Type": "application/json", "Authorization": f"Bearer {self.tokens['contributor']}"})]
        shown = self.contributor.ask("GET", "/en/record/edit?record=U1").status
        return ([one.status for one in done if one.status not in (401, 403)] or shown != 403 and f"the form answers {shown}")

    def by_hand_merge_undo_import(self):
        """a contributor who merges, undoes and imports by hand-made requests"""
        done = [self.contributor.send("merge", {"kept": "O1", "gone": "O2", "?decision": "keep"}),
                self.contributor.send("merge", {"kept": "O1", "gone": "O2", "?decision": "distinct"}),
                self.contributor.send("distinction", {"one": "O1", "other": "O2"}),
                self.contributor.send("revert", {"revision": "1"}),
                self.upload(self.contributor, "source\nAn attack\n", "a.csv", "record")]
        return [one.status for one in done if one.status != 403]

    def by_hand_standing(self):
        """a contributor whose record says that it is accepted"""
        self.contributor.send("official", {"name": "Pavel Attack", "post.title": "Clerk", "post.region": "RU-KGD", "evidence.source": "S1",
                                           "standing": "accepted", "values.standing": "accepted"})
        shown = self.editor.ask("GET", "/api/officials?limit=500", heads={"Authorization": f"Bearer {self.tokens['reader']}"}, cookie=False)
        return [one["standing"] for one in json.loads(shown.text)["items"] if one["name"] == "Pavel Attack" and one["standing"] != "needs_work"]

    def by_reader(self):
        """a reader who records by hand-made requests"""
        done = [self.reader.send("source", self.SOURCE), self.reader.send("enrollment", {"official": "O1", "unit": "U1", "evidence.source": "S1"}),
                self.reader.send("source", self.SOURCE | {"?do": "check"}), self.reader.ask("GET", "/en/record/source")]
        return [one.status for one in done if one.status != 403]

    def with_stale_edit(self):
        """an edit that says it saw a revision which it did not"""
        done = [self.editor.send("edit", {"record": "U1", "values.role": "seen", "was.values.role": "", "inferred": "x", "?if_match": stale})
                for stale in ("1", "999999", "-1", "x", "")]
        return [one.status for one in done if one.status != 422]

    def by_stored_page(self):
        """a page that the browser kept after signing out"""
        one = Visitor(self.server, self.tokens["editor"])
        page, form = one.ask("GET", "/en/units"), one.ask("GET", "/en/record/source")
        one.post("/en/sign-out", {"form_token": one.form_token()})
        again = one.ask("GET", "/en/units", heads={"If-None-Match": page.head("ETag") or "*"})
        kept = [found.head("Cache-Control") for found in (page, form)]
        return (again.status != 303 or not re.search("no-cache|no-store", kept[0]) or "no-store" not in kept[1]) and (again.status, kept)

    def by_walking_folders(self):
        """paths that leave the site"""
        paths = ["/assets/../etc/passwd", "/assets/..%2f..%2fetc%2fpasswd", "/en/reports/..%2f..%2f..%2fetc%2fpasswd", "/en/reports/%2e%2e/x.html",
                 "/en/units/..%2f..%2fmuster.db", "/en/%00", "/en/units/U1%00.html", "/en/reports/national.db", "/en/regions.sqlite", "/en/.."]
        return [(path, answer.status) for path in paths
                if (answer := self.editor.ask("GET", path)).status not in (303, 308, 400, 404, 422) or "root:" in answer.text or "SQLite format" in answer.text]

    def with_too_much(self):
        """bodies that are too large, broken or of another kind"""
        token, faults = self.editor.form_token(), []
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        bodies = [("title=" + "a" * 3_000_000 + f"&kind=other&form_token={token}", kind), ("%ff%fe=%zz&" + "a=b&" * 20_000 + f"form_token={token}", kind),
                  ("{}", {"Content-Type": "application/json"}), ("", {}), ("--x\r\n", {"Content-Type": "multipart/form-data; boundary=x"}),
                  ("a", {"Content-Type": "multipart/form-data; boundary="}), ("--x--", {"Content-Type": "multipart/form-data"})]
        for body, heads in bodies:
            try:
                status = self.editor.ask("POST", "/en/record/source", body, heads).status
            except ConnectionError:
                continue
            if status not in (400, 403, 413, 415, 422):
                faults.append((body[:20], status))
        return faults

    def unknown_sees_nothing(self):
        """somebody who is not signed in looks for what is on record"""
        nobody, faults = Visitor(self.server), []
        for path in ("/en/", "/en/units", "/en/units/U1", "/en/units.csv", "/en/search?q=a", "/en/history/1", "/en/reports/national", "/en/understood?text=U1",
                     "/en/record/source", "/en/account", "/en/timeline/U1", "/en/reports/region-RU-KGD.csv"):
            answer = nobody.ask("GET", path)
            if answer.status != 303 or not answer.head("Location").startswith("/en/sign-in?next=") or answer.revision >= 0:
                faults.append((path, answer.status))
        page = nobody.ask("GET", "/en/sign-in")
        if page.revision >= 0 or "BARS" in page.text or re.search(r"[Rr]evision [1-9]", page.text):
            faults.append("the page to sign in tells of the register")
        if page.head("Access-Control-Allow-Origin"):
            faults.append("other sites may read")
        return faults

    def by_guessing(self):
        """tokens that are guessed"""
        other = Server(self.program, self.server.registry)
        try:
            nobody = Visitor(other)
            done = [nobody.post("/en/sign-in", {"token": f"guess {number}"}).status for number in range(6)]
            right = nobody.sign_in(self.tokens["reader"])
            # What a visitor writes into the head stands before what the proxy adds to it.
            feint = nobody.post("/en/sign-in", {"token": "guess"}, heads={"X-Forwarded-For": "10.0.0.9, 127.0.0.1"})
        finally:
            other.end()
        return (429 not in done or right.status != 429 or feint.status != 429 or not right.head("Retry-After")) and (done, right.status, feint.status)

    def signed_in(self, role):
        """A page of a browser of its own, signed in."""
        context = self.browser.new_context()
        page = context.new_page()
        page.goto(f"{self.server.base}/en/sign-in")
        page.fill("#f-token", self.tokens[role])
        page.click("main button")
        return page


class Elsewhere:
    """A page of another site."""

    def __init__(self, page):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(page.encode())

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://localhost:{self.server.server_port}/"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
