"""The cases: the plans of the fixtures, the official examples where they lie beside the repository, and plans whose texts
are hostile. Each is a plan document in a file."""

import json
import pathlib
import random
import subprocess

HOSTILE = (
    "\"'`\\ $(touch x) ${HOME} $& {0} {{x}} %PATH% %{x} #{x} \\N{BULLET} \\u0041\n\r\n\t"
    "\u2028\u2029\u200f\u202e\ufeff\u0085\u0001\u007f e\u0301 \U0001f980 </script> */ \"\"\" '''"
)
# Members whose values no client judges: with these alone hostile, models still take the plan.
FREE = {"commandLine", "displayName", "value", "filePath", "blobPrefix", "mountOptions", "version"}
SUBSCRIPTION = "11111111-2222-3333-4444-555555555555"


class Case:
    def __init__(self, name, file):
        self.name = name
        self.file = file
        # What its program finds in the environment.
        self.environment = {}
        # Whether the pool is there already, and whether its allocation ends with an error.
        self.exists = False
        self.resize_error = False


def with_texts(node, hostile, name=None, only=None):
    """The node with every text hostile, or those of some members."""
    if isinstance(node, dict):
        return {key: with_texts(value, hostile, key, only) for key, value in node.items()}
    if isinstance(node, list):
        return [with_texts(item, hostile, name, only) for item in node]
    return hostile if isinstance(node, str) and (only is None or name in only) else node


def literals():
    """Metadata with very many texts, the same ones in every run."""
    source = random.Random(4)
    ranges = [
        (1, 0x7F),
        (1, 0x2FF),
        (0x300, 0x36F),
        (0x2000, 0x206F),
        (0xFFF0, 0xFFFD),
        (0x1F300, 0x1FAFF),
        (0xE0000, 0xE007F),
    ]
    marks = list("\"'\\`$%{}()<>#/\n\r\t\0")

    def text():
        length = source.choice([0, 1, 2, 5, 20, 200])
        letters = (chr(source.randint(*source.choice(ranges))) for _ in range(length))
        return "".join(source.choice(marks) if source.random() < 0.3 else letter for letter in letters)

    return {"properties": {"vmSize": "a", "metadata": [{"name": str(n), "value": text()} for n in range(1500)]}}


def cases(root, specs, folder, poolplan):
    """All of them; what is no file yet is written into the folder."""
    found = [Case(file.stem, file) for file in sorted((root / "tests" / "fixtures" / "plans").glob("*.jsonc"))]
    assert len(found) >= 10, "the plans are missing"
    own = list(found)

    def add(name, target, pool):
        file = folder / f"{name.replace('/', '-')}.json"
        file.write_text(json.dumps({"target": target, "pool": pool}), encoding="utf-8")
        found.append(Case(name, file))

    for example in sorted(specs.glob("*/examples/PoolCreate_*.json")):
        given = json.loads(example.read_text(encoding="utf-8"))["parameters"]
        version = example.parent.parent.name
        target = {
            "subscriptionId": given.get("subscriptionId", SUBSCRIPTION),
            "resourceGroup": given["resourceGroupName"],
            "accountName": given["accountName"],
            "poolName": given["poolName"],
            "apiVersion": version,
        }
        add(f"{version}/{example.stem}", target, given["parameters"])
    official = len(found) - len(own)
    hostile = {
        "subscriptionId": SUBSCRIPTION,
        "resourceGroup": "r\"g'$(x)",
        "accountName": "a`b\\$&",
        "poolName": "p {0}\u202eé%2F\U0001f980",
    }
    for case in own:
        said = subprocess.run([poolplan, "emit", "--to", "arm", case.file], capture_output=True, check=True)
        body = json.loads(said.stdout)
        add(f"{case.name}-hostile", hostile, with_texts(body, HOSTILE))
        add(f"{case.name}-hostile-where-free", hostile, with_texts(body, HOSTILE, only=FREE))
    add("literals", hostile | {"apiVersion": "2023-11-01"}, literals())
    for index, case in enumerate(found):
        case.resize_error = index % 2 == 0
    return found, official
