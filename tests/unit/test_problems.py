"""What failures nobody raised on purpose are told as."""

import pytest
from pymongo.errors import (
    AutoReconnect,
    EncryptionError,
    NetworkTimeout,
    NotPrimaryError,
    OperationFailure,
    ServerSelectionTimeoutError,
    WaitQueueTimeoutError,
)

from handlers.problems import headers_of, problem_of


@pytest.mark.parametrize(
    "error",
    [
        AutoReconnect("connection closed"),
        NetworkTimeout("timed out"),
        NotPrimaryError("not primary"),
        ServerSelectionTimeoutError("nobody there"),
        WaitQueueTimeoutError("too many"),
        EncryptionError(AutoReconnect("the data key could not be read")),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_database_that_is_away_is_worth_another_try(error: Exception) -> None:
    problem = problem_of(error)
    assert (problem.status, int(headers_of(problem)["Retry-After"]) > 0) == (503, True)
    assert "没有丢失" in problem.detail


def test_a_transaction_that_gave_way_is_worth_another_try() -> None:
    error = OperationFailure("WriteConflict", 112, {"errorLabels": ["TransientTransactionError"]})
    assert problem_of(error).status == 503


@pytest.mark.parametrize("error", [ValueError("a secret"), EncryptionError(ValueError("a secret")), OperationFailure("a secret", 2)])
def test_a_fault_of_ours_is_told_without_its_words(error: Exception) -> None:
    problem = problem_of(error)
    assert problem.status == 500
    assert "secret" not in problem.detail + problem.title
