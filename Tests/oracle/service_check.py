#!/usr/bin/env python3
"""Checks the service as programs that others wrote see it.

A registry with the sample dispatch is served by the real server on a real socket, and then:
- openapi-spec-validator reads its description;
- schemathesis calls every address by that description, with what it allows and what it does not. It may answer 400 to what the
  description allows: whether a text is a date (EDTF) or a word that a list takes, no schema says;
- the client that README.md prints does its three jobs;
- writers and readers go on at once until the server is killed: every revision that it acknowledged is there and proven.

    service_check.py --server .build/debug/muster-server --muster .build/release/muster [--seconds 60] [--clients 64]
"""
import argparse, http.client, json, os, pathlib, re, signal, socket, subprocess, sys, tempfile, threading, time

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Server:
    """The server of a registry, on a port that was free."""

    def __init__(self, program, registry):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = open(registry + ".log", "ab")
        self.process = subprocess.Popen(
            [program, "--db", registry, "--port", str(self.port)], stdout=self.log, stderr=self.log)
        end = time.monotonic() + 30
        while True:
            try:
                if self.ask("GET", "/healthz")[0] == 200:
                    return
            except OSError:
                pass
            if time.monotonic() > end or self.process.poll() is not None:
                sys.exit("the server did not start")
            time.sleep(0.05)

    def ask(self, method, address, body=None, token=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = "Bearer " + token
        connection.request(method, address, json.dumps(body) if body is not None else None, headers)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        return answer.status, text

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait(30)


def check(what, is_right, told=""):
    if not is_right:
        sys.exit(f"{what}: {told}")
    print(f"{what}: as expected")


def run_schemathesis(server, token, folder, *options):
    config = folder / "schemathesis.toml"
    config.write_text(
        '[checks]\npositive_data_acceptance.expected-statuses = ["2xx", "3xx", 400, 401, 403, 404, 409, 410, 412, 415]\n')
    return subprocess.run(
        [str(pathlib.Path(sys.executable).with_name("schemathesis")), "--config-file", str(config), "run", "--url",
         f"http://127.0.0.1:{server.port}", "-H", f"Authorization: Bearer {token}", "--request-timeout", "40", "--workers", "1",
         "--seed", "1", *options, f"http://127.0.0.1:{server.port}/api/openapi.json"],
        cwd=folder, capture_output=True, text=True)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--server", required=True)
    options.add_argument("--muster", required=True)
    options.add_argument("--seconds", type=float, default=10)
    options.add_argument("--clients", type=int, default=16)
    options.add_argument("--examples", type=int, default=5)
    options = options.parse_args()
    server_program, muster = os.path.abspath(options.server), os.path.abspath(options.muster)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([muster, "demo"], cwd=folder, check=True, capture_output=True)
        registry = str(folder / "demo.db")

        def token(role):
            return subprocess.run(
                [muster, "token", "add", f"The {role}", "--role", role, "--db", registry], check=True, capture_output=True,
                text=True).stdout.strip()

        admin, editor, reader = token("admin"), token("editor"), token("reader")
        server = Server(server_program, registry)
        description = json.loads(server.ask("GET", "/api/openapi.json")[1])
        from openapi_spec_validator import validate
        validate(description)
        check("openapi-spec-validator", len(description["paths"]) > 30)
        run_client(server, editor, folder)
        # A token that is revoked on the way would open nothing more, so that address is called by itself.
        done = run_schemathesis(server, admin, folder, "--max-examples", str(options.examples), "--exclude-method", "DELETE")
        check("schemathesis", done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:])
        done = run_schemathesis(server, admin, folder, "--max-examples", "3", "--include-method", "DELETE", "--phases", "fuzzing")
        check("schemathesis on the tokens", done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:])
        check("the server is there", server.ask("GET", "/healthz")[0] == 200)
        editor, reader = token("editor"), token("reader")
        run_until_killed(server, editor, reader, options)
        proof = subprocess.run([muster, "verify", "--db", registry], capture_output=True, text=True)
        check("the history after the server was killed", proof.returncode == 0, proof.stderr)


def run_client(server, token, folder):
    """Runs the client that README.md prints."""
    readme = (ROOT / "README.md").read_text()
    client = re.search(r"```python\n(.*?)```", readme, re.S).group(1)
    done = subprocess.run(
        [sys.executable, "-c", client], cwd=folder, capture_output=True, text=True,
        env={**os.environ, "MUSTER_URL": f"http://127.0.0.1:{server.port}", "MUSTER_TOKEN": token})
    check("the client of the README", done.returncode == 0 and "BARS-Kaliningrad" in done.stdout, done.stdout + done.stderr)
    check("its report", "Ivan Example" in (folder / "kaliningrad.html").read_text())


def run_until_killed(server, editor, reader, options):
    """Writes and reads at once, kills the server, and looks for what it acknowledged."""
    acknowledged, faults, lock = {}, [], threading.Lock()
    stop = threading.Event()

    def write(writer):
        for number in range(10**9):
            if stop.is_set():
                return
            title = f"Paper {writer}-{number}"
            try:
                status, text = server.ask("POST", "/api/sources", {"kind": "other", "title": title}, editor)
            except (OSError, http.client.HTTPException):
                return
            with lock:
                if status == 201:
                    acknowledged[json.loads(text)["revision"]] = title
                else:
                    faults.append((status, text))

    def read():
        while not stop.is_set():
            try:
                status, text = server.ask("GET", "/api/sources?limit=20", token=reader)
            except (OSError, http.client.HTTPException):
                return
            if status != 200:
                with lock:
                    faults.append((status, text))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(options.clients)]
    threads += [threading.Thread(target=read) for _ in range(options.clients)]
    for thread in threads:
        thread.start()
    time.sleep(options.seconds)
    server.process.kill()
    server.process.wait()
    stop.set()
    for thread in threads:
        thread.join(60)
    check("no request was refused", not faults, faults[:3])
    registry = server.log.name.removesuffix(".log")
    newest = subprocess.run(
        [os.path.abspath(options.muster), "sources", "--db", registry, "--format", "json"], check=True, capture_output=True, text=True)
    titles = {source["title"] for source in json.loads(newest.stdout)}
    lost = [title for title in acknowledged.values() if title not in titles]
    check(f"{len(acknowledged)} acknowledged revisions after SIGKILL", acknowledged and not lost, lost[:3])


main()
