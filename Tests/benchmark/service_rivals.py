"""The servers that service_benchmark.py compares, each with the same rows."""

import json
import os
import socket
import sqlite3
import subprocess
import time
import urllib.parse
import urllib.request

TABLES = """
CREATE TABLE regions (id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL);
CREATE TABLE units (id INTEGER PRIMARY KEY, designation TEXT NOT NULL, region INTEGER REFERENCES regions);
CREATE TABLE officials (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE sources (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
CREATE TABLE enrollments (id INTEGER PRIMARY KEY, official INTEGER REFERENCES officials, who TEXT NOT NULL,
    unit INTEGER NOT NULL REFERENCES units, state TEXT NOT NULL, date TEXT NOT NULL, contract TEXT NOT NULL,
    standing TEXT NOT NULL, source INTEGER REFERENCES sources, quote TEXT NOT NULL);
CREATE INDEX units_region ON units (region);
CREATE INDEX enrollments_unit ON enrollments (unit);
CREATE INDEX enrollments_official ON enrollments (official);
CREATE INDEX enrollments_source ON enrollments (source);
"""
FILL = """
INSERT INTO regions SELECT r.rowid, r.code, n.text FROM m.region r
    JOIN m.name n ON n.region_code = r.code AND n.nature = 'primary';
INSERT INTO units SELECT u.id, coalesce(n.text, ''), (SELECT id FROM regions WHERE code = u.region_code) FROM m.unit u
    LEFT JOIN m.name n ON n.unit_id = u.id AND n.nature = 'primary';
INSERT INTO officials SELECT o.id, n.text FROM m.official o
    JOIN m.name n ON n.official_id = o.id AND n.nature = 'primary';
INSERT INTO sources SELECT id, title FROM m.source;
INSERT INTO enrollments SELECT e.id, e.official_id, coalesce(e.group_who, ''), e.unit_id, v.value, coalesce(v.date, ''),
    e.contract, e.standing, c.source_id, coalesce(c.quote, '') FROM m.enrollment e
    LEFT JOIN m.event v ON v.id = (SELECT max(id) FROM m.event WHERE enrollment_id = e.id AND facet = 'state')
    LEFT JOIN m.citation c ON c.id = (SELECT min(id) FROM m.citation WHERE enrollment_id = e.id);
"""


def rows(file: str, plain: str, region: str) -> tuple[dict, str]:
    """Copies what all have in common from a registry to a plain file; gives the ids, and the plain file."""
    database = sqlite3.connect(plain)
    database.executescript(TABLES)
    database.execute("ATTACH ? AS m", (file,))
    database.executescript(FILL)
    data = {
        name: [number for (number,) in database.execute(f"SELECT id FROM {name} ORDER BY id")]
        for name in ("units", "officials", "sources", "enrollments")
    }
    (data["region"],) = database.execute("SELECT id FROM regions WHERE code = ?", (region,)).fetchone()
    database.commit()
    database.close()
    return data, plain


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A server's process, from its start until it answers, to its end."""

    token = ""
    health = "/"

    def __init__(self, folder: str, command: list[str], port: int) -> None:
        self.port = port
        self.address = f"http://127.0.0.1:{port}"
        self.log = open(os.path.join(folder, f"{type(self).__name__}-{port}.log"), "w")
        begun = time.perf_counter()
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log)
        while not self.answers():
            if self.process.poll() is not None or time.perf_counter() - begun > 60:
                raise RuntimeError(f"{command[0]} does not start")
            time.sleep(0.002)
        self.start = time.perf_counter() - begun

    def answers(self, path: str = "") -> bool:
        try:
            with urllib.request.urlopen(self.address + (path or self.health), timeout=5) as answer:
                return answer.status == 200
        except OSError:
            return False

    def ask(self, path: str, body: dict | None = None, method: str | None = None) -> dict:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, method=method)
        request.add_header("Content-Type", "application/json")
        if self.token:
            request.add_header("Authorization", self.token)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def peak_memory(self) -> float:
        """Peak resident memory in MB."""
        with open(f"/proc/{self.process.pid}/status") as lines:
            return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024

    def __enter__(self):
        return self

    def __exit__(self, *_) -> None:
        self.process.terminate()
        self.process.wait()
        self.log.close()


class Muster(Server):
    health = "/healthz"

    def __init__(self, server: str, folder: str, file: str, token: str, keep: int | None = None) -> None:
        self.token = f"Bearer {token}"
        port = free_port()
        kept = [] if keep is None else ["--keep-answers", str(keep)]
        super().__init__(folder, [server, "--db", file, "--port", str(port), *kept], port)

    def wait_until_proven(self) -> None:
        """Waits until the server has proven the history, which it does with a thread of its own when it starts."""
        while not self.answers("/readyz"):
            time.sleep(0.1)

    @staticmethod
    def make_token(muster: str, file: str) -> str:
        command = [muster, "token", "add", "The benchmark", "--role", "editor", "--db", file]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
        return next(word for word in done.stdout.split() if word.startswith("muster_"))


class Datasette(Server):
    health = "/-/versions.json"

    def __init__(self, datasette: str, folder: str, plain: str) -> None:
        port = free_port()
        super().__init__(folder, [datasette, "serve", "-i", plain, "--port", str(port)], port)

    @staticmethod
    def list_path(region: str) -> str:
        sql = (
            "SELECT e.*, o.name, u.designation, r.code, r.name AS region, s.title FROM enrollments e "
            "JOIN units u ON u.id = e.unit JOIN regions r ON r.id = u.region "
            "LEFT JOIN officials o ON o.id = e.official "
            f"LEFT JOIN sources s ON s.id = e.source WHERE r.code = '{region}' LIMIT 50"
        )
        return "/rows.json?_shape=objects&sql=" + urllib.parse.quote(sql)


class PocketBase(Server):
    health = "/api/health"
    letters = {"regions": "r", "units": "u", "officials": "o", "sources": "s", "enrollments": "e"}
    relations = {"units": {"region": "r"}, "enrollments": {"official": "o", "unit": "u", "source": "s"}}

    def __init__(self, pocketbase: str, folder: str, plain: str) -> None:
        home = os.path.join(folder, "pb_data")
        (admin, user) = ("admin@example.org", "reader@example.org")
        password = "only for the benchmark"
        subprocess.run(
            [pocketbase, "superuser", "upsert", admin, password, "--dir", home], stdout=subprocess.DEVNULL, check=True
        )
        port = free_port()
        command = [pocketbase, "serve", "--http", f"127.0.0.1:{port}", "--dir", home, "--automigrate=false"]
        super().__init__(folder, command, port)
        sign_in = {"identity": admin, "password": password}
        self.token = self.ask("/api/collections/_superusers/auth-with-password", sign_in)["token"]
        database = sqlite3.connect(f"file:{plain}?mode=ro", uri=True)
        made: dict[str, str] = {}
        for table, letter in self.letters.items():
            made[letter] = self.make(table, made, database)
        account = {"email": user, "password": password, "passwordConfirm": password}
        self.ask("/api/collections/users/records", account)
        sign_in = {"identity": user, "password": password}
        self.token = self.ask("/api/collections/users/auth-with-password", sign_in)["token"]
        self.process.terminate()
        self.process.wait()
        for table, letter in self.letters.items():
            self.fill(os.path.join(home, "data.db"), plain, table, letter)
        super().__init__(folder, command, port)

    @staticmethod
    def id(letter: str, number: int) -> str:
        return f"{letter}{number:014}"

    def make(self, table: str, made: dict[str, str], database: sqlite3.Connection) -> str:
        """Makes a table's collection with an index on each relation, open to all who signed in; gives its id."""
        relations = self.relations.get(table, {})
        fields = []
        for _, name, *_ in database.execute(f"PRAGMA table_info({table})"):
            if name in relations:
                relation = {"type": "relation", "collectionId": made[relations[name]], "maxSelect": 1}
                fields.append({"name": name, **relation})
            elif name != "id":
                fields.append({"name": name, "type": "text"})
        rule = '@request.auth.id != ""'
        indexes = [f"CREATE INDEX {table}_{name} ON {table} ({name})" for name in relations]
        body = {"name": table, "type": "base", "fields": fields, "indexes": indexes}
        rules = {"listRule": rule, "viewRule": rule, "createRule": rule}
        return self.ask("/api/collections", {**body, **rules})["id"]

    def fill(self, file: str, plain: str, table: str, letter: str) -> None:
        database = sqlite3.connect(file)
        database.execute("ATTACH ? AS plain", (plain,))
        names = [name for _, name, *_ in database.execute(f"PRAGMA plain.table_info({table})")]
        letters = {**self.relations.get(table, {}), "id": letter}
        values = [
            f"coalesce(printf('{letters[name]}%014d', {name}), '')"
            if name == "id"
            else f"CASE WHEN {name} IS NULL THEN '' ELSE printf('{letters[name]}%014d', {name}) END"
            if name in letters
            else name
            for name in names
        ]
        database.execute(
            f"INSERT INTO main.{table} ({', '.join(names)}) SELECT {', '.join(values)} FROM plain.{table} ORDER BY id"
        )
        database.commit()
        database.execute("ANALYZE")
        database.close()
