"""How long the harness takes to build the mini-program for a browser, which whoever changes a page waits for."""

import os
import re
import subprocess
from pathlib import Path

from bench.figures import Figure

_FOLDER = Path(__file__).parents[1] / "miniprogram"
_TOOK = re.compile(r" in ([\d.]+) s$", re.MULTILINE)
_ROUNDS = 3
_MOST = 2  # seconds


def measure(folder: Path) -> list[Figure]:
    """The best of a few builds, in seconds as the build itself counts them. Raises RuntimeError where it does not build."""
    return [Figure("mini-program's build for a browser", min(_built(folder) for _ in range(_ROUNDS)), "s", most=_MOST)]


def _built(folder: Path) -> float:
    command = [os.environ.get("NODE", "node"), "--import", "tsx", "harness/build/index.ts", str(folder)]
    done = subprocess.run(command, cwd=_FOLDER, capture_output=True, text=True, check=False)
    match = _TOOK.search(done.stdout)
    if match is None:
        raise RuntimeError(done.stderr or done.stdout)
    return float(match[1])
