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
        # Whether its values are of the kinds that the contract knows, so that strict models read them.
        self.fits = not (name.endswith("-hostile") or name.startswith(("wild", "edge-")))


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


def edges():
    """Bodies on the edge of what the models of JavaScript carry as it is."""

    def machine(**members):
        image = {"publisher": "a", "offer": "b", "sku": "c"}
        configuration = {"imageReference": image, "nodeAgentSkuId": "d", **members}
        return {"deploymentConfiguration": {"virtualMachineConfiguration": configuration}}

    registry = {"registryServer": "https://r.example", "username": "u", "password": "p"}
    extension = {"name": "n", "publisher": "p", "type": "t"}
    odd = {"__proto__": {"a": 1}, "constructor": None, "a": [1, None, 1.5, {"__proto__": 2}], "username": "u"}
    properties = {
        "trusted": machine(securityProfile={"securityType": "trustedLaunch", "encryptionAtHost": True}),
        "encrypted-alone": machine(securityProfile={"encryptionAtHost": True}),
        "confidential": machine(securityProfile={"securityType": "confidentialVM"}),
        "no-profile": machine(securityProfile={}),
        "no-placement": machine(osDisk={"ephemeralOSDiskSettings": {}}),
        "registries": machine(
            containerConfiguration={"type": "DockerCompatible", "containerRegistries": [registry, registry]}
        ),
        "settings": machine(extensions=[{**extension, "settings": odd, "protectedSettings": odd}]),
        "settings-as-text": machine(extensions=[{**extension, "settings": "{}"}]),
        "settings-empty": machine(extensions=[{**extension, "settings": {}, "provisionAfterExtensions": []}]),
        "null": {"vmSize": "a", "displayName": None},
        "nothing": {},
        "number-as-text": {"taskSlotsPerNode": "4"},
        "text-as-number": {"vmSize": 4},
        "numbers": {
            "scaleSettings": {"fixedScale": {"targetDedicatedNodes": 9007199254740992, "targetLowPriorityNodes": -0.5}}
        },
        "durations": {"scaleSettings": {"fixedScale": {"resizeTimeout": "P1DT2H3M4.5S"}}},
        "weeks": {"scaleSettings": {"fixedScale": {"resizeTimeout": "P2W"}}},
        "no-duration": {"scaleSettings": {"fixedScale": {"resizeTimeout": "15 minutes"}}},
        "other-case": {"interNodeCommunication": "enabled"},
        "required-missing": {"userAccounts": [{"name": "a"}], "metadata": [{"name": "b"}]},
        "items-of-other-kinds": {"metadata": [None, "a", {"name": "b", "value": "c"}]},
        "map": {"resourceTags": {"username": "a", "constructor": "b", "e f": "g"}},
        "map-with-prototype": {"resourceTags": {"__proto__": "a"}},
        "map-as-list": {"resourceTags": ["a"]},
        "empty": {"metadata": [], "userAccounts": [], "startTask": {}, "networkConfiguration": {}},
        "read-only-within": {"resizeOperationStatus": {"targetDedicatedNodes": 2}, "vmSize": "a"},
    }
    bodies = {name: {"properties": body} for name, body in properties.items()}
    bodies["identity"] = {"identity": {"type": "None"}, "properties": {"vmSize": "a"}}
    bodies["identity-unknown"] = {"identity": {"type": "SystemAssigned"}, "properties": {"vmSize": "a"}}
    bodies["tags"] = {"tags": {"__proto__": "a", "b": "c"}, "properties": {"vmSize": "a"}}
    bodies["no-properties"] = {"identity": {"type": "None"}}
    return bodies


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
    for name, body in edges().items():
        add(f"edge-{name}", {"subscriptionId": SUBSCRIPTION, "apiVersion": "2023-11-01"}, body)
    add("literals", hostile | {"apiVersion": "2023-11-01"}, literals())
    for index, case in enumerate(found):
        case.resize_error = index % 2 == 0
    return found, official
