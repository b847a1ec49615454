"""The mini-program in a browser: built by its harness, served beside the product."""

import os
import re
import subprocess
from pathlib import Path

from tests.sandbox_control import ROOT

FOLDER = ROOT / "miniprogram"
_ADDRESS = re.compile(r"mini-program at (http://\S+)")


class Harness:
    """The preview server of `miniprogram/harness`, in front of one product. `url` is known once it has started."""

    def __init__(self, backend: str, build: Path) -> None:
        self.url = ""
        self._backend = backend
        self._build = build
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Builds and serves. Raises RuntimeError with what the harness complained of."""
        node = [*_node(), "--import", "tsx"]
        built = subprocess.run([*node, "harness/build/index.ts", str(self._build)], cwd=FOLDER, capture_output=True, text=True, check=False)
        if built.returncode:
            raise RuntimeError(built.stderr)
        serve = [*node, "harness/server.ts", "--backend", self._backend, "--build", str(self._build)]
        self._process = subprocess.Popen(serve, cwd=FOLDER, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        match = _ADDRESS.match(line := self._process.stdout.readline())
        if match is None:
            self.stop()
            raise RuntimeError(f"the harness did not start: {line!r}")
        self.url = match[1]

    def stop(self) -> None:
        """Ends the server."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            if self._process.stdout is not None:
                self._process.stdout.close()
            self._process = None


def _node() -> list[str]:
    """Node as `make` chose it; the machine's own where tests are run by hand."""
    return [os.environ.get("NODE", "node")]
