"""`python -m sandbox.morning`."""

import argparse
import sys
import time

from sandbox.morning import come, roster, town_of
from sandbox.morning.town import NotToday


def main() -> int:
    """The exit status: 1 where a matter could not be brought."""
    parser = argparse.ArgumentParser(prog="sandbox.morning", description="演示市民来办事，让工作台的每张桌子都有事做")
    parser.add_argument("--server", default="http://127.0.0.1:8000")
    parser.add_argument("--sandbox", default="http://127.0.0.1:8001")
    wanted = parser.parse_args()
    town = town_of(wanted.server, wanted.sandbox)
    try:
        town.answers()
    except NotToday as silent:
        print(f"{silent}。地址不是这两个的，用 --server 和 --sandbox 写明。", file=sys.stderr)
        return 1
    faults = 0
    begun = time.monotonic()
    for label, fault in come(town):
        faults += bool(fault)
        print(f"{time.monotonic() - begun:4.0f} 秒  " + (f"没成  {label}：{fault}" if fault else f"好了  {label}"), flush=True)
    print("\n谁有什么要办（和工作台上数的一样）：")
    for desk in roster(town):
        print(f"  {desk}", flush=True)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
