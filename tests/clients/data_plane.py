"""Gives bodies for the Batch service to its real client, `azure-batch`, and holds what it sends against them.

    python data_plane.py FOLDER

reads every `*.json` of FOLDER as `BatchPoolCreateOptions`, looks at each member as its model types it, and lets
`BatchClient.create_pool` send it to nowhere. The models keep members they do not know and texts no enumeration has,
so both are looked for. Ends with 1 and says which member when something is unknown, lost or changed.

`settings` and `protectedSettings` of an extension hold any JSON. The models type them as texts and would write nested
values anew when somebody looks at them; what is sent is what was given, so these are compared without a look.
"""

import datetime
import enum
import json
import pathlib
import sys
import time
import typing

import isodate
from azure.batch import BatchClient, models
from azure.core.credentials import AccessToken
from azure.core.pipeline.transport import HttpTransport

API_VERSION = "2025-06-01"
ANY_JSON = ("settings", "protectedSettings")


class Sent(Exception):
    """The request as it would leave."""

    def __init__(self, request):
        super().__init__("sent")
        self.request = request


class Nowhere(HttpTransport):
    """A transport that sends nothing."""

    def open(self):
        pass

    def close(self):
        pass

    def __exit__(self, *args):
        pass

    def send(self, request, **kwargs):
        raise Sent(request)


class Nobody:
    """A credential without rights."""

    def get_token(self, *scopes, **kwargs):
        return AccessToken("token", int(time.time()) + 3600)


class Loss(Exception):
    """Something that the client would not send as it was given."""


def fields(model):
    """The fields of a model by their names in JSON, each with its attribute and type."""
    hints = typing.get_type_hints(type(model), vars(models) | {"_models": models})
    by_name = {}
    for kind in reversed(type(model).__mro__):
        for attribute, field in vars(kind).items():
            name = getattr(field, "_rest_name", None)
            if name is not None and attribute in hints:
                by_name[name] = (attribute, hints[attribute])
    return by_name


def types(hint):
    """The types behind `Optional`, `Union` and `list`."""
    arguments = typing.get_args(hint)
    if not arguments:
        return [hint]
    return [kind for argument in arguments for kind in types(argument)]


def look(model, given, at):
    """Looks at each member of a model as its type has it."""
    known = fields(model)
    for name, value in given.items():
        place = f"{at}/{name}"
        if name not in known:
            raise Loss(f"{place}: the client does not know this member")
        if name in ANY_JSON:
            continue
        attribute, hint = known[name]
        look_at_value(getattr(model, attribute), value, types(hint), place)


def look_at_value(typed, given, kinds, place):
    if given is None:
        if typed is not None:
            raise Loss(f"{place}: {typed!r} instead of null")
    elif isinstance(given, dict):
        if not hasattr(typed, "as_dict"):
            raise Loss(f"{place}: {typed!r} is no model")
        look(typed, given, place)
    elif isinstance(given, list):
        if not isinstance(typed, list) or len(typed) != len(given):
            raise Loss(f"{place}: {typed!r} instead of {given!r}")
        for index, (inner, item) in enumerate(zip(typed, given)):
            look_at_value(inner, item, kinds, f"{place}/{index}")
    elif isinstance(typed, datetime.timedelta):
        if typed != isodate.parse_duration(given):
            raise Loss(f"{place}: {typed!r} instead of {given!r}")
    else:
        plain = typed.value if isinstance(typed, enum.Enum) else typed
        if type(plain) is not type(given) or plain != given:
            raise Loss(f"{place}: {typed!r} instead of {given!r}")
        for kind in kinds:
            if isinstance(kind, type) and issubclass(kind, enum.Enum):
                if given not in [member.value for member in kind]:
                    raise Loss(f"{place}: {given!r} is none of {[member.value for member in kind]}")
            wrong = kind in (int, bool) and type(given) is not kind
            if wrong or kind is datetime.timedelta or hasattr(kind, "as_dict"):
                raise Loss(f"{place}: {given!r} is no {kind.__name__}")


def same(sent, given, at=""):
    """Holds what is sent against what was given, durations by their value."""
    if isinstance(given, dict) and isinstance(sent, dict):
        for name in sorted(set(given) | set(sent)):
            if name not in sent:
                raise Loss(f"{at}/{name}: not sent")
            if name not in given:
                raise Loss(f"{at}/{name}: sent, but never given")
            same(sent[name], given[name], f"{at}/{name}")
    elif isinstance(given, list) and isinstance(sent, list) and len(given) == len(sent):
        for index, (one, other) in enumerate(zip(sent, given)):
            same(one, other, f"{at}/{index}")
    elif type(sent) is not type(given) or sent != given:
        if not (isinstance(sent, str) and isinstance(given, str) and as_duration(sent, given)):
            raise Loss(f"{at}: sent as {sent!r} instead of {given!r}")


def as_duration(one, other):
    try:
        return isodate.parse_duration(one) == isodate.parse_duration(other)
    except isodate.ISO8601Error:
        return False


def check(client, given):
    pool = models.BatchPoolCreateOptions(given)
    look(pool, given, "")
    try:
        client.create_pool(pool)
    except Sent as sent:
        request = sent.request
    if request.method != "POST" or f"/pools?api-version={API_VERSION}" not in request.url:
        raise Loss(f"sent as {request.method} {request.url}")
    same(json.loads(request.body), given)


def main(folder):
    files = sorted(pathlib.Path(folder).glob("*.json"))
    if not files:
        sys.exit(f"{folder}: no JSON files")
    client = BatchClient("https://account.region.batch.azure.com", Nobody(), transport=Nowhere())
    failed = 0
    for file in files:
        try:
            check(client, json.loads(file.read_text(encoding="utf-8")))
        except Loss as loss:
            print(f"{file.name}: {loss}", file=sys.stderr)
            failed += 1
    print(f"azure-batch read {len(files)} bodies, {failed} with a loss")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
