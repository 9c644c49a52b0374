"""Large values, packed, that are sent to a process of ours once and that jobs there name by their digest."""

from __future__ import annotations

from hashlib import blake2b
from typing import NamedTuple

_lent: dict[str, bytes] = {}


class Loan(NamedTuple):
    """A packed value, and the digest by which it is asked for."""

    digest: str
    packed: bytes


def make_loan(packed: bytes) -> Loan:
    """For what was packed."""
    return Loan(_digest(packed), packed)


def lend(loan: Loan) -> None:
    """Keep it in this process; what was changed on the way is refused."""
    if _digest(loan.packed) != loan.digest:
        raise ValueError("what was lent is not what came")
    _lent[loan.digest] = loan.packed


def take_back(digest: str) -> None:
    """Keep it no longer."""
    _lent.pop(digest, None)


def lent(digest: str) -> bytes:
    """What was lent to this process under that digest."""
    return _lent[digest]


def _digest(packed: bytes) -> str:
    return blake2b(packed, digest_size=16).hexdigest()
