"""A document that another job left to the comment below its request, held against the forge's own word."""

from __future__ import annotations

from collections.abc import Callable

from generator.exchange.forge import Forge, ForgePull, find_pulls, write_comment
from generator.features.changes.forge_comment import Seen, forge_comment, waiting_comment
from generator.features.changes.review_documents import read_review
from generator.model.problem import Problem


def comment_review(forge: Forge, document: bytes, commit: str, details: str, folder: str) -> tuple[Problem, ...]:
    """A document that cannot be used is told, and said below the request too: an older result must not stand there."""
    read = read_review(document)
    review, unusable = (None, (read,)) if isinstance(read, Problem) else (read, ())

    def body(pull: ForgePull) -> str:
        return forge_comment(review, Seen(pull.paths, pull.is_whole, folder), commit, details)

    return (*unusable, *_write(forge, commit, body))


def announce_review(forge: Forge, commit: str) -> tuple[Problem, ...]:
    """Say that a commit is being judged."""
    return _write(forge, commit, lambda _pull: waiting_comment(commit))


def _write(forge: Forge, commit: str, body: Callable[[ForgePull], str]) -> tuple[Problem, ...]:
    pulls = find_pulls(forge, commit)
    if isinstance(pulls, Problem):
        return (pulls,)
    written = (write_comment(forge, pull, commit, body(pull)) for pull in pulls)
    return tuple(problem for problem in written if problem)
