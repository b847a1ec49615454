"""The mini-program in a browser: built by its harness, served beside the product."""

import os
import re
import subprocess
from pathlib import Path

from tests.sandbox_control import ROOT

FOLDER = ROOT / "miniprogram"
_ADDRESS = re.compile(r"mini-program at (http://\S+)")


class Build:
    """The mini-program as it is built for a browser, while whatever else a run needs is still starting."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._process = subprocess.Popen([*_node(), "harness/build/index.ts", str(folder)], cwd=FOLDER, stderr=subprocess.PIPE, text=True)

    def wait(self) -> None:
        """Until it is there. Raises RuntimeError with what the build complained of."""
        _, complaints = self._process.communicate()
        if self._process.returncode:
            raise RuntimeError(complaints)

    def stop(self) -> None:
        """Ends it, wherever it is."""
        self._process.kill()
        self._process.wait()
        if self._process.stderr is not None:
            self._process.stderr.close()


class Harness:
    """The preview server of `miniprogram/harness`, in front of one product. `url` is known once it has started."""

    def __init__(self, backend: str, build: Build) -> None:
        self.url = ""
        self._backend = backend
        self._build = build
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Serves what was built. Raises RuntimeError with what was complained of."""
        self._build.wait()
        serve = [*_node(), "harness/server.ts", "--backend", self._backend, "--build", str(self._build.folder)]
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
    """Node as `make` chose it, the machine's own where tests are run by hand; it reads TypeScript."""
    return [os.environ.get("NODE", "node"), "--import", "tsx"]
