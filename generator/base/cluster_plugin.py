"""What every worker of a Dask cluster is sent once, those that come late too."""

from __future__ import annotations

from distributed import WorkerPlugin
from distributed.worker import Worker

from generator.base.lent import Loan, lend, take_back


class Lender(WorkerPlugin):
    """Keeps a loan in the worker for as long as it is registered."""

    def __init__(self, loan: Loan) -> None:
        self.loan = loan

    def setup(self, worker: Worker) -> None:  # noqa: ARG002 - the signature is Dask's
        """The worker begins, or the plugin comes."""
        lend(self.loan)

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002 - as above
        """Nobody will ask for it any more."""
        take_back(self.loan.digest)
