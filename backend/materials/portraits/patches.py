"""Connected patches of a mask."""

from collections.abc import Iterator
from dataclasses import dataclass, field

Box = tuple[int, int, int, int]
_LEAST_ROWS = 12  # a face begins narrow, under a fringe


@dataclass
class Patch:
    """Points that hang together. `rows`: for each row its leftmost and rightmost point and how many there are."""

    rows: dict[int, tuple[int, int, int]] = field(default_factory=dict[int, tuple[int, int, int]])
    count: int = 0

    def add(self, x: int, y: int) -> None:
        left, right, count = self.rows.get(y, (x, x, 0))
        self.rows[y] = (min(left, x), max(right, x), count + 1)
        self.count += 1

    @property
    def top(self) -> int:
        """The first row."""
        return min(self.rows)

    def head(self, ratio: float) -> "Patch":
        """The rows from the top down that are no more than `ratio` times as high as they are wide: the neck and what hangs
        together with it, such as a red collar, is left out."""
        head, top = Patch(), self.top
        left, right = self.rows[top][:2]
        for row in sorted(self.rows):
            left, right = min(left, self.rows[row][0]), max(right, self.rows[row][1])
            head.rows[row] = self.rows[row]
            head.count += self.rows[row][2]
            if row + 1 - top >= ratio * (right + 1 - left) and row - top >= _LEAST_ROWS:
                break
        return head

    @property
    def box(self) -> Box:
        """Left, top, right, bottom; the last two lie one point outside."""
        left, right = min(row[0] for row in self.rows.values()), max(row[1] for row in self.rows.values())
        return left, self.top, right + 1, max(self.rows) + 1


def patches(mask: bytes, width: int, height: int) -> Iterator[Patch]:
    """The patches of points that are not 0; neighbours share a side."""
    left = bytearray(mask)
    for start in range(width * height):
        if left[start]:
            yield _patch(left, start, width, height)


def _patch(left: bytearray, start: int, width: int, height: int) -> Patch:
    """The patch around `start`, taken out of `left`."""
    patch, waiting = Patch(), [start]
    left[start] = 0
    while waiting:
        point = waiting.pop()
        y, x = divmod(point, width)
        patch.add(x, y)
        for near, inside in ((point - 1, x > 0), (point + 1, x < width - 1), (point - width, y > 0), (point + width, y < height - 1)):
            if inside and left[near]:
                left[near] = 0
                waiting.append(near)
    return patch
