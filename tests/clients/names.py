"""Holds our table of names against the models of azure-mgmt-batch: `names.py TABLE`."""

import pathlib
import sys
import typing

from azure.mgmt.batch import models
from azure.mgmt.batch._utils.model_base import Model


def model_of(kind):
    """The model in a type such as `Optional[list["_models.DataDisk"]]`."""
    if isinstance(kind, typing.ForwardRef):
        kind = kind.__forward_arg__
    if isinstance(kind, str):
        kind = getattr(models, kind.removeprefix("_models."), None)
    if isinstance(kind, type) and issubclass(kind, Model):
        return kind, ""
    inside = [(model_of(part), typing.get_origin(kind)) for part in typing.get_args(kind)]
    for found, origin in inside:
        if found is not None:
            return found[0], ("/0" if origin in (list, dict) else "") + found[1]
    return None


def members(model, pointer, path, found):
    kinds = {}
    for parent in reversed(model.__mro__):
        kinds.update(getattr(parent, "__annotations__", {}))
    model({})
    for name, field in model._attr_to_rest_field.items():
        if field._visibility == ["read"]:
            continue
        here = f"{pointer}/{field._rest_name}"
        path_here = f"{path}.{name}" if path else name
        found[here] = path_here
        inner = model_of(kinds[name])
        if inner is not None and inner[0].__name__ not in here.split("/"):
            members(inner[0], here + inner[1], path_here + "[]" * inner[1].count("/0"), found)


there = {}
members(models.Pool, "", "", there)
rows = [
    row.split(" | ")
    for row in pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    if row.startswith("/")
]
said = {row[0]: row[2] for row in rows if row[2] != "-"}
# What the service sets is in the models and never in a request.
there = {
    pointer: path for pointer, path in there.items() if not pointer.startswith("/properties/resizeOperationStatus")
}
wrong = [
    f"{pointer}: the table has {said.get(pointer)}, the models have {there.get(pointer)}"
    for pointer in sorted(said.keys() | there.keys())
    if said.get(pointer) != there.get(pointer)
]
print("\n".join(wrong) or f"{len(said)} members are called so")
sys.exit(1 if wrong or len(said) < 150 else 0)
