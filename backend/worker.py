"""The other side of `backend.processes`: what runs in a worker process. It loads nothing itself, so that a worker is soon warm."""

import ctypes
import os
import pickle
import resource
import signal
import sys
import traceback
from typing import BinaryIO

LENGTH = 8  # bytes before each message that say how long it is
_PR_SET_PDEATHSIG = 1
_NICE = 5  # the server goes first: everybody waits for its loop, one person for a page
_MEMORY_LIMIT = 4 << 30  # bytes of address space: a decompression bomb meets MemoryError, not the machine


def serve(parent: int) -> None:
    """The worker's side: answers calls until its input ends."""
    _die_with(parent)
    os.nice(_NICE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the server ends its workers
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_LIMIT, _MEMORY_LIMIT))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not reach the conversation
    calls = sys.stdin.buffer
    while (message := _read(calls)) is not None:
        answer = _answer(message)
        answers.write(len(answer).to_bytes(LENGTH, "big") + answer)
        answers.flush()


def _die_with(parent: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it died before we asked to be told
        os._exit(1)


def _read(stream: BinaryIO) -> bytes | None:
    head = stream.read(LENGTH)
    if len(head) < LENGTH:
        return None
    return stream.read(int.from_bytes(head, "big"))


def _answer(message: bytes) -> bytes:
    try:
        function, args = pickle.loads(message)  # noqa: S301 - our own parent
        return pickle.dumps((function(*args), None))
    except Exception as error:  # noqa: BLE001 - whatever it is, the caller is told
        return _pickled(error)


def _pickled(error: Exception) -> bytes:
    """The error with its traceback as a note; one that cannot be pickled becomes a RuntimeError."""
    error.add_note("in a worker process:\n" + "".join(traceback.format_exception(error)))
    try:
        answer = pickle.dumps((None, error))
        pickle.loads(answer)  # noqa: S301 - made in the line above
    except Exception:  # noqa: BLE001 - any error of pickling
        return pickle.dumps((None, RuntimeError("".join(traceback.format_exception(error)))))
    return answer
