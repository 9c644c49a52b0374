"""A failure of the machine, which is no fault of data and no bug of ours, to the problem that tells of it."""

from __future__ import annotations

import errno

from generator.base.disk import REFUSALS
from generator.base.lost_work import OUT_OF_MEMORY, WorkLost
from generator.base.workers import ClusterLost, ClusterUnfit
from generator.build.cluster_problems import cluster_lost, cluster_unfit
from generator.build.problems import disk_full, processes_refused, threads_refused, work_lost
from generator.model.problem import Problem

_WHOLE = "这次运行"
_PROCESSES = (errno.ENOMEM, errno.EAGAIN)
_NO_THREAD = "can't start new thread"


def machine_problem(error: Exception) -> Problem | None:
    """What the machine failed us in; nothing where the error says something else."""
    match error:
        case WorkLost() | ClusterUnfit():
            return _of_workers(error)
        case MemoryError():
            return work_lost(_WHOLE, OUT_OF_MEMORY)
        case OSError(errno=number) if number in REFUSALS:
            return disk_full(str(error.filename or ""), REFUSALS[number])
        case OSError(errno=number) if number in _PROCESSES:
            return processes_refused(_WHOLE, OUT_OF_MEMORY)
        case RuntimeError() if _NO_THREAD in str(error):
            return threads_refused(_WHOLE, OUT_OF_MEMORY)
    return None


def _of_workers(error: WorkLost | ClusterUnfit) -> Problem:
    match error:
        case ClusterUnfit():
            return cluster_unfit(error.cause)
        case ClusterLost():
            return cluster_lost(error.work or _WHOLE, error.cause)
    return work_lost(error.work or _WHOLE, error.cause)
