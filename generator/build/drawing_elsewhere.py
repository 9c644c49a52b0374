"""Stale pages and files to the jobs of other machines, and the bytes that come back to staged files here."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator.base.metrics import Spent, Work
from generator.base.workers import Workers
from generator.build.drawing_jobs import COPIED, Done, Drawing, Job, Sizes, Stale, describe_drawing, find_jobs, run_job
from generator.build.lent_site import lend_site, open_lent_site
from generator.publish.manifest import Manifest, file_of
from generator.publish.search.pagefind_folder import read_document, write_document
from generator.publish.site_writing import Output, stage_files
from generator.store.parcel import Parcel

SIZES = Sizes(pages=100, files=4, packs=24)
"""A job takes a second or two, so that one which is lost or late costs no more than that."""


class FarJob(NamedTuple):
    """A job for another machine: which site, how, and which addresses; what stood there, which may stand still."""

    site: str
    way: str
    task: Sequence[tuple[str, str]]
    before: Manifest


class FarDone(NamedTuple):
    """The entries that stand for what was made, and the bytes of what did not lie here before."""

    manifest: Manifest
    bodies: Mapping[str, bytes]
    documents: Mapping[str, str]
    """What search is told of pages."""
    parcel: Parcel | None
    spent: Mapping[Work, Spent]


def draw_elsewhere(drawing: Drawing, stale: Stale, workers: Workers) -> Iterator[Done]:
    """Stage what the workers draw, job by job; what is taken from a file of ours is taken here."""
    jobs = tuple(find_jobs(drawing, stale, SIZES))
    loan = lend_site(drawing)
    workers.lend(loan)
    sent = (_far(drawing, loan.digest, each) for each in jobs if each.way != COPIED)
    for _, done in workers.run(draw_there, sent, _describe):
        yield _stage(drawing, done)
    yield from (run_job(drawing, job) for job in jobs if job.way == COPIED)


def draw_there(job: FarJob) -> FarDone:
    """Runs on another machine, which has been lent the site."""
    site = open_lent_site(job.site)
    shutil.rmtree(site.drawing.staging, ignore_errors=True)
    task = [(site.planned[address], shape) for address, shape in job.task]
    done = run_job(replace(site.drawing, unchanged=job.before), Job(job.way, task))
    bodies = dict(_bodies(site.drawing.staging, done.manifest))
    documents = {address: read_document(site.drawing.project, address) for address in done.documented}
    return FarDone(done.manifest, bodies, documents, done.parcel, done.spent)


def _describe(job: FarJob) -> str:
    return describe_drawing(len(job.task), job.task[0][0])


def _bodies(staging: Path, manifest: Manifest) -> Iterator[tuple[str, bytes]]:
    for address in manifest:
        file = staging / file_of(address)
        if file.is_file():
            yield address, file.read_bytes()


def _far(drawing: Drawing, site: str, job: Job) -> FarJob:
    task = tuple((planned.address, shape) for planned, shape in job.task)
    there = drawing.unchanged
    return FarJob(site, job.way, task, {address: there[address] for address, _ in task if address in there})


def _stage(drawing: Drawing, done: FarDone) -> Done:
    """A file that stood there already keeps its entry; all others get those that they have on this disk."""
    outputs = (Output(address, body, done.manifest[address].fingerprint) for address, body in done.bodies.items())
    staged = stage_files(drawing.staging, outputs, drawing.unchanged)
    for address, document in done.documents.items():
        write_document(drawing.project, address, document)
    return Done({**done.manifest, **staged}, done.parcel, done.spent, tuple(done.documents))
