"""Measures everything the product promises of its speed and size. `python -m bench [subject …]`, or `make bench` for all."""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import uvloop

from bench import booking, cases, catalogue, certificates, miniprogram, reading, start, uploads
from bench.figures import Figure, table, write_json
from bench.servers import bare_tornado, is_quiet, product

_LONGEST = 900.0  # seconds for everything
_RESULT = Path("artefacts") / "bench.json"
SUBJECTS = ("reading", "booking", "filing", "certificates", "uploads", "queues", "start", "catalogue", "miniprogram")


def main() -> int:
    """Prints the table; 1 where a figure misses what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("subjects", nargs="*", choices=[*SUBJECTS, []], help="all, where none is named")
    subjects = parser.parse_args().subjects or SUBJECTS
    if not is_quiet():
        print("The machine is busy with something else: expect worse figures than it can do.", file=sys.stderr)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="yici-bench-") as folder:
        figures = uvloop.run(_measure(Path(folder), subjects))
    print(table(figures))
    write_json(figures, time.monotonic() - started, _RESULT)
    return 0 if all(figure.ok is not False for figure in figures) else 1


async def _measure(folder: Path, subjects: Sequence[str]) -> list[Figure]:
    figures: list[Figure] = []
    async with asyncio.timeout(_LONGEST):
        if set(subjects) - {"start", "catalogue", "miniprogram"}:
            figures += await _measure_running(folder, subjects)
        if "start" in subjects:
            figures += await start.measure(folder / "start")
        if "catalogue" in subjects:
            figures += await asyncio.to_thread(catalogue.measure)
        if "miniprogram" in subjects:
            figures += await asyncio.to_thread(miniprogram.measure, folder / "miniprogram")
    return figures


async def _measure_running(folder: Path, subjects: Sequence[str]) -> list[Figure]:
    """Everything that is asked of one running server."""
    figures: list[Figure] = []
    with product(folder) as running:
        store = await running.store()
        try:
            if "reading" in subjects:
                with bare_tornado(folder) as bare_port:
                    figures += await reading.measure(running, bare_port)
            if "booking" in subjects:
                figures += await booking.measure(running, store)
            if "filing" in subjects:
                figures += await cases.measure_submitting(running, store)
            if "certificates" in subjects:
                figures += await certificates.measure(running, store)
            if "uploads" in subjects:
                figures += await uploads.measure(running, store)
            if "queues" in subjects:  # last, for it leaves a large database behind
                figures += await cases.measure_queues(running, store)
        finally:
            await store.close()
    return figures


if __name__ == "__main__":
    sys.exit(main())
