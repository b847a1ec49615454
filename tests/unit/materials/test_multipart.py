"""The streaming multipart reader: any cut of the body into pieces gives the same file."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.errors import BadRequest
from backend.materials.multipart import MAX_FIELD, MAX_PARTS, Multipart

TYPE = "multipart/form-data; boundary=----WeChat7f"


def body(file: bytes, name: str = "照片.jpg", fields: dict[str, str] | None = None) -> bytes:
    parts = [f'------WeChat7f\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in (fields or {}).items()]
    head = f'------WeChat7f\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: image/jpeg\r\n\r\n'
    return ("".join(parts) + head).encode() + file + b"\r\n------WeChat7f--\r\n"


def read(content: bytes, cuts: list[int]) -> tuple[Multipart, bytes]:
    reader = Multipart.of(TYPE)
    bounds = [0, *sorted(cut % (len(content) + 1) for cut in cuts), len(content)]
    file = b"".join(chunk for start, end in itertools.pairwise(bounds) for chunk in reader.feed(content[start:end]))
    return reader, file


@given(
    file=st.one_of(st.binary(max_size=300), st.text(alphabet="\r\n-WeChat7f", max_size=200).map(str.encode)),
    cuts=st.lists(st.integers(min_value=0), max_size=40),
)
def test_any_cutting_gives_the_same_file(file: bytes, cuts: list[int]) -> None:
    if b"\r\n------WeChat7f" in b"\r\n" + file:
        return  # a sender chooses a boundary that the file does not hold
    reader, found = read(body(file, fields={"item": "longevity"}), cuts)
    assert (found, reader.complete, reader.filename, reader.content_type) == (file, True, "照片.jpg", "image/jpeg")
    assert reader.fields == {"item": "longevity"}


def test_one_byte_at_a_time() -> None:
    content = body(b"\r\n-----" * 20)
    reader, found = read(content, list(range(len(content))))
    assert (found, reader.complete) == (b"\r\n-----" * 20, True)


def test_a_body_that_breaks_off_is_not_complete() -> None:
    reader, _ = read(body(b"12345")[:-6], [])
    assert not reader.complete


def test_never_holds_more_than_a_piece_and_a_boundary() -> None:
    reader = Multipart.of(TYPE)
    for piece in [body(b"")[:-20], *[bytes(65536)] * 50]:
        list(reader.feed(piece))
        assert len(reader._rest) < 200


def test_the_extended_file_name_is_read() -> None:
    content = body(b"x").replace('filename="照片.jpg"'.encode(), b"filename*=UTF-8''%E6%88%B7%E5%8F%A3.jpg")
    assert read(content, [])[0].filename == "户口.jpg"


@pytest.mark.parametrize(
    "content",
    [
        b"not multipart at all, but long enough",
        body(b"x").replace(b"\r\n\r\n", b"\r\nX: " + b"y" * 9000 + b"\r\n\r\n", 1),
        body(b"x", fields={f"f{n}": "" for n in range(MAX_PARTS + 1)}),
        body(b"x", fields={"long": "y" * (MAX_FIELD + 1)}),
        body(b"x")[: -len("--\r\n")] + b"\r\n" + body(b"y").split(b"\r\n", 1)[1],
    ],
)
def test_what_is_no_proper_body_is_refused(content: bytes) -> None:
    with pytest.raises(BadRequest):
        read(content, [])


def test_a_type_without_a_boundary_is_refused() -> None:
    with pytest.raises(BadRequest):
        Multipart.of("multipart/form-data")
