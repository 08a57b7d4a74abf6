"""Runs many programs in one process, each as if it were alone: `run.py LIST ANSWERS`."""

import contextlib
import io
import json
import os
import pathlib
import runpy
import sys
import traceback

from sitecustomize import WAITS


def run(program):
    said, complained = io.StringIO(), io.StringIO()
    os.environ.update(program["environment"])
    del WAITS[:]
    code = 0
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(complained):
        try:
            runpy.run_path(program["file"], run_name="__main__")
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
            complained.write(f"{end.code}\n")
        except BaseException:
            code = 1
            complained.write(traceback.format_exc())
    for name in program["environment"]:
        del os.environ[name]
    return {"code": code, "said": said.getvalue(), "complained": complained.getvalue(), "waits": WAITS[:]}


programs = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
pathlib.Path(sys.argv[2]).write_text(json.dumps([run(program) for program in programs]), encoding="utf-8")
