"""Runs the programs that `poolplan emit` writes in Python and JavaScript, with the real libraries, as a user would, against a
service on this machine, and holds what arrives against the request of the plan.

    prove.py --poolplan PROGRAM --node PROGRAM --modules FOLDER --work FOLDER --specs FOLDER

`cargo xtask test --only clients` installs what this needs and calls it."""

import argparse
import concurrent.futures
import decimal
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import urllib.parse

from cases import cases
from service import HOSTS, Service

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
INSIDE = HERE / "inside"
NOTE = re.compile(r"^(?:note: )?(/pool\S*): .*environment variable `(\w+)`", re.MULTILINE)
SECRET = re.compile(r"^(?:note: )?(/pool\S*): Never written here: .*?`(\w+)`", re.MULTILINE)
ADDRESS = {
    "AZURE_SUBSCRIPTION_ID": "99999999-8888-7777-6666-555555555555",
    "AZURE_RESOURCE_GROUP": "group of the environment",
    "AZURE_BATCH_ACCOUNT": "accountoftheenvironment",
    "POOL_NAME": "pool of the environment",
}
PLACES = {"{subscriptionId}": 0, "{resourceGroupName}": 1, "{accountName}": 2, "{poolName}": 3}
CHINA, GOVERNMENT = HOSTS[1:]
SCOPES = {
    ("python", GOVERNMENT): "https://management.core.usgovcloudapi.net/.default",
}
AUTHORITIES = {HOSTS[0]: None, CHINA: "login.chinacloudapi.cn", GOVERNMENT: "login.microsoftonline.us"}


class Failure(Exception):
    pass


def check(holds, *words):
    if not holds:
        raise Failure(" ".join(str(word) for word in words))


def read_json(text):
    return json.loads(text, parse_float=decimal.Decimal, parse_int=decimal.Decimal)


def at(node, pointer):
    for part in pointer.split("/")[1:]:
        part = part.replace("~1", "/").replace("~0", "~")
        node = node[int(part)] if isinstance(node, list) else node[part]
    return node


def different(expected, arrived, pointer=""):
    """Where two values differ, or None. `True` is not 1 here."""
    if type(expected) is not type(arrived):
        return pointer, expected, arrived
    if isinstance(expected, dict):
        for name in expected.keys() | arrived.keys():
            if name not in expected or name not in arrived:
                return f"{pointer}/{name}", expected.get(name), arrived.get(name)
        pairs = [(name, expected[name], arrived[name]) for name in expected]
    elif isinstance(expected, list) and len(expected) == len(arrived):
        pairs = [(index, *pair) for index, pair in enumerate(zip(expected, arrived))]
    else:
        return None if expected == arrived else (pointer, expected, arrived)
    found = (different(a, b, f"{pointer}/{name}") for name, a, b in pairs)
    return next((difference for difference in found if difference), None)


class Emitter:
    """`poolplan emit`, and which outputs there are."""

    def __init__(self, poolplan):
        self.poolplan = poolplan
        said = subprocess.run([poolplan, "emit", "--list"], capture_output=True, check=True)
        self.ids = said.stdout.decode().split()

    def emit(self, case, to):
        done = subprocess.run([self.poolplan, "emit", "--lang", "en", "--to", to, case.file], capture_output=True)
        check(done.returncode == 0, case.name, done.stderr.decode())
        return done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


class Expected:
    """The request of a plan."""

    def __init__(self, emitter, case):
        self.body = read_json(emitter.emit(case, "arm")[0])
        line = emitter.emit(case, "http")[0].split("\n", 1)[0]
        self.method, _, url = line.partition(" ")
        address = urllib.parse.urlsplit(url)
        self.host = address.hostname
        self.query = urllib.parse.parse_qs(address.query)
        values = list(ADDRESS.values())
        parts = [values[PLACES[part]] if part in PLACES else part for part in address.path.split("/")]
        self.path = [urllib.parse.unquote(part) for part in parts]


def check_run(language, case, expected, done, requests):
    check(requests, "no request arrived:", done["complained"])
    put, reads = requests[0], requests[1:]
    headers, signed = put["headers"], put["signed"]
    check(put["method"] == expected.method == "PUT", put["method"])
    check(put["path"] == expected.path, put["path"], "instead of", expected.path)
    check(put["query"] == expected.query, put["query"], "instead of", expected.query)
    check(put["host"] == expected.host, put["host"])
    check(headers.get("if-none-match") == "*" and "if-match" not in headers, headers)
    check(headers.get("content-type", "").split(";")[0] == "application/json", headers)
    scope = SCOPES.get((language, expected.host), f"https://{expected.host}/.default")
    check(signed["scopes"] == [scope], signed)
    if language == "python":
        check(signed["authority"] == AUTHORITIES[expected.host], signed)
    difference = different(expected.body, read_json(put["body"]))
    check(difference is None, "the body differs:", difference)
    if case.exists:
        check(done["code"] != 0 and not reads, "it did not end at the conflict:", done)
        words = done["complained"]
        check("PreconditionFailed" in words and "The pool is there already." in words, words)
        check("Traceback" not in words and "    at " not in words, words)
        return
    check(done["code"] == 0, done["complained"])
    check([read["method"] for read in reads] == ["GET", "GET"], "it did not wait:", reads)
    check(all(read["path"] == expected.path and read["query"] == expected.query for read in reads), reads)
    check(done["waits"] is None or set(done["waits"]) == {20}, done["waits"])
    check("7" in done["said"] and "9" in done["said"], done["said"])
    error = "AllocationTimedout: Not every node was there in time." in done["complained"]
    check(error == case.resize_error, done["complained"])


class Language:
    """How programs of a language are written down and run."""

    def __init__(self, name, file_name, command, inside, environment):
        self.name = name
        self.file_name = file_name
        self.command = command
        self.many = [*command, INSIDE / inside]
        self.environment = environment

    def write(self, emitter, case, folder):
        text, notes = emitter.emit(case, self.name)
        file = folder / self.name / case.name.replace("/", "-") / self.file_name
        file.parent.mkdir(parents=True)
        file.write_bytes(text.encode("utf-8"))
        environment = dict(ADDRESS)
        body = json.loads(emitter.emit(case, "arm")[0])
        for pointer, variable in NOTE.findall(notes):
            value = at(body, pointer.removeprefix("/pool"))
            environment[variable] = value if isinstance(value, str) else json.dumps(value)
        check(not any("\0" in value for value in environment.values()), case.name, "no environment holds NUL")
        return file, environment | {"CLIENTS_RUN": f"{self.name} {case.name}"}

    def run_all(self, programs, folder):
        """All of them in one process: starting one takes longer than running it."""
        asked, answers = folder / f"{self.name}.json", folder / f"{self.name}-answers.json"
        said = [{"file": str(file), "environment": environment} for _, file, environment in programs]
        asked.write_text(json.dumps(said), encoding="utf-8")
        done = subprocess.run([*self.many, asked, answers], env=self.environment, cwd=folder, timeout=300)
        check(done.returncode == 0, self.name, "ended with", done.returncode)
        return json.loads(answers.read_text(encoding="utf-8"))

    def run_one(self, file, environment):
        """One as a user runs it, by itself, in its folder."""
        environment = self.environment | environment
        command = [*self.command, file.name]
        done = subprocess.run(command, cwd=file.parent, env=environment, capture_output=True, timeout=60)
        said, complained = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        return {"code": done.returncode, "said": said, "complained": complained, "waits": None}


def prove(language, emitter, service, all_cases, expected, folder):
    programs = [(case, *language.write(emitter, case, folder)) for case in all_cases]
    service.cases.update({environment["CLIENTS_RUN"]: case for case, _, environment in programs})
    alone = [program for program in programs if program[0].exists or program[0].name == "gallery"]
    together = [program for program in programs if program not in alone]
    done = list(zip(together, language.run_all(together, folder)))
    done += [(program, language.run_one(*program[1:])) for program in alone]
    troubles = []
    for (case, file, environment), answer in done:
        try:
            check_run(language.name, case, expected[case.name], answer, service.of(environment["CLIENTS_RUN"]))
        except (Failure, KeyError, ValueError) as trouble:
            troubles.append(f"{language.name}: {case.name}: {trouble!r}\n    {file}")
    return len(done), troubles


def run_checks(arguments, work, clean):
    """The scripts beside this one that hold tables against the libraries, and the formatters."""
    troubles = []
    for what, command in arguments:
        done = subprocess.run(command, cwd=work, env=clean, capture_output=True, timeout=300)
        said = (done.stdout + done.stderr).decode("utf-8", "replace").strip()
        print(f"  {what}: {said.splitlines()[-1] if said else 'passed'}")
        if done.returncode != 0:
            troubles.append(f"{what} failed:\n{said}")
    return troubles


def data_plane(emitter, all_cases, folder):
    """The bodies of `az batch pool create --json-file`, each in a file: what stands between the marks of the script that
    writes it, run by a shell for which `az` prints that file."""
    folder.mkdir()
    count = 0
    for case in all_cases:
        text, notes = emitter.emit(case, "azbatch")
        file = folder / f"{case.name.replace('/', '-')}.json"
        shell = (
            'az() { case "$*" in *--json-file*) for each; do last=$each; done; cp "$last" "$CLIENTS_BODY";;'
            " *allocationState*) echo steady;; esac; }\n"
        )
        body = json.loads(emitter.emit(case, "arm")[0])
        variables = {}
        for pointer, variable in SECRET.findall(notes):
            value = at(body, pointer.removeprefix("/pool"))
            # Between the quotes of a text, or as the whole value.
            variables[variable] = json.dumps(value)[1:-1] if isinstance(value, str) else json.dumps(value)
        environment = os.environ | ADDRESS | variables | {"CLIENTS_BODY": str(file)}
        done = subprocess.run(
            ["sh"], input=(shell + text).encode("utf-8"), env=environment, capture_output=True, timeout=60
        )
        check(done.returncode == 0 and file.is_file(), case.name, "as azbatch:", done.stderr.decode("utf-8", "replace"))
        count += 1
    print(f"  {count} bodies for the data plane")


def main():
    parser = argparse.ArgumentParser()
    for name in ["poolplan", "node", "modules", "work", "specs"]:
        parser.add_argument(f"--{name}", type=pathlib.Path, required=True)
    given = parser.parse_args()
    started = time.monotonic()
    shutil.rmtree(given.work, ignore_errors=True)
    given.work.mkdir(parents=True)
    modules = given.modules / "node_modules"
    link(modules, given.work / "node_modules")

    emitter = Emitter(given.poolplan)
    plans = given.work / "plans"
    plans.mkdir()
    all_cases, official = cases(ROOT, given.specs, plans, given.poolplan)
    if official == 0:
        print("  the official examples are not beside the repository: only our own plans are tried")
    next(case for case in all_cases if case.name == "containers").exists = True
    expected = {case.name: Expected(emitter, case) for case in all_cases}

    service = Service(given.work)
    proxies = {"http_proxy", "https_proxy", "all_proxy", "no_proxy"}
    clean = {name: value for name, value in os.environ.items() if name.lower() not in proxies}
    inside = clean | {"CLIENTS_HOSTS": ",".join(HOSTS), "CLIENTS_PORT": str(service.port)}
    authority = str(service.authority_file)
    python = inside | {"PYTHONPATH": str(INSIDE), "PYTHONDONTWRITEBYTECODE": "1", "REQUESTS_CA_BUNDLE": authority}
    identity = modules / "@azure" / "identity" / "dist" / "esm" / "index.js"
    node = inside | {"NODE_EXTRA_CA_CERTS": authority, "CLIENTS_IDENTITY": str(identity)}
    preload = (INSIDE / "inside.mjs").as_uri()
    languages = [
        Language("python", "create_pool.py", [sys.executable], "run.py", python),
        Language("javascript", "create-pool.mjs", [given.node, "--import", preload], "run.mjs", node),
    ]
    troubles = []
    with concurrent.futures.ThreadPoolExecutor() as pool:
        runs = [pool.submit(prove, each, emitter, service, all_cases, expected, given.work) for each in languages]
        for language, run in zip(languages, runs):
            count, found = run.result()
            troubles += found
            print(f"  {language.name}: {count - len(found)} of {count} programs sent what their plan says")
    texts = "".join(file.read_text(encoding="utf-8") for file in (given.work / "javascript").rglob("*.mjs"))
    by_model, by_body = texts.count("client.poolOperations.create("), texts.count("client.sendRequest(")
    print(f"  of those in JavaScript {by_model} speak in models and {by_body} send the body itself")
    check(by_model > 10 and by_body > 10, "one of the two ways is hardly tried")

    names = ROOT / "tests" / "emitters" / "snapshots" / "emitters__names-in-python-and-javascript.snap"
    prettier = modules / "prettier" / "bin" / "prettier.cjs"
    checks = [
        ("names in Python", [sys.executable, HERE / "names.py", names]),
        ("names in JavaScript", [given.node, HERE / "names.mjs", names, modules]),
        (
            "black",
            [
                sys.executable,
                "-m",
                "black",
                "--check",
                "--line-length=88",
                *sorted((given.work / "python").rglob("*.py")),
            ],
        ),
        ("prettier", [given.node, prettier, "--check", "--no-config", "--no-editorconfig", "javascript"]),
    ]
    if (HERE / "data_plane.py").is_file() and "azbatch" in emitter.ids and shutil.which("sh"):
        data_plane(emitter, [case for case in all_cases if case.fits], given.work / "data-plane")
        checks.append(("data plane", [sys.executable, HERE / "data_plane.py", given.work / "data-plane"]))
    else:
        print("  the data plane is not held against azure-batch: its script, its output or a shell is missing")
    troubles += run_checks(checks, given.work, clean)

    print(f"  {len(all_cases)} cases, {official} of them official, in {time.monotonic() - started:.1f} s")
    for trouble in troubles[:20]:
        print(trouble, file=sys.stderr)
    if len(troubles) > 20:
        print(f"and {len(troubles) - 20} more", file=sys.stderr)
    sys.exit(1 if troubles else 0)


def link(target, place):
    """A folder that stands for another; Windows lets everybody make a junction."""
    if os.name == "nt":
        subprocess.run(["cmd", "/c", "mklink", "/J", str(place), str(target)], check=True, capture_output=True)
    else:
        place.symlink_to(target, target_is_directory=True)


if __name__ == "__main__":
    main()
