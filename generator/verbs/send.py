"""A project, or a release of it, to the bucket or folder that web servers elsewhere show."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from generator.build.pipeline import Problems, Say, Way
from generator.model.problem import has_errors
from generator.model.project import Project
from generator.publish.lock import hold_lock
from generator.publish.releases import CURRENT
from generator.publish.sending import StrangeStoreError, find_shown, send_site
from generator.publish.store_problems import store_refused, strange_store
from generator.publish.stores import Store, StoreError, open_store
from generator.verbs.publish import build_finished, publish_release


class Target(NamedTuple):
    """The store; and the folder of releases, if there is one, whose newest is what is sent."""

    place: str
    folder: Path | None = None
    key: Path | None = None


def publish_into(project: Project, target: Target, say: Say, way: Way) -> Problems:
    """Check, audit, build, index, follow every link, and only then send; a store that refuses is told before that."""
    try:
        store = open_store(target.place)
        find_shown(store)
        if target.folder:
            problems = publish_release(project, target.folder, target.key, say, way)
            return problems if has_errors(problems) else (*problems, *_send(target.folder / CURRENT, store, say))
        with hold_lock(project) as busy:
            problems = busy or build_finished(project, say, way)
            return problems if has_errors(problems) else (*problems, *_send(project.site, store, say))
    except StoreError as error:
        return (store_refused(target.place, error.cause),)
    except StrangeStoreError:
        return (strange_store(target.place),)


def _send(site: Path, store: Store, say: Say) -> Problems:
    say("送出有变化的文件")
    sent = send_site(site, store)
    say(f"送去 {sent.sent:,} 个文件，删去 {sent.deleted:,} 个，现在显示 {sent.shown}/")
    return ()
