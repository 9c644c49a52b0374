"""The order of the stages; the whole flow on one screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from itertools import chain
from pathlib import Path
from threading import Event

from generator.base.cache import Cache
from generator.base.garbage import without_garbage_collection
from generator.base.house import house_folder
from generator.base.lost_work import WorkLost
from generator.base.memoising import forget_answers
from generator.base.noted_day import noted_day
from generator.base.ownership import own_folder, unknown_folder
from generator.base.parallel import begin_beside, map_in_processes
from generator.base.workers import Workers
from generator.build.data_releases import find_releases
from generator.build.declaring import load_datasets
from generator.build.drawing import Portion, draw_portion, whole_site, write_share
from generator.build.drawing_jobs import Drawing
from generator.build.examining import examine_files
from generator.build.guarding import guard_tables
from generator.build.indexing import DrawnPages, index_site
from generator.build.kept_plans import KeptPlans
from generator.build.loading import Loaded, load_records
from generator.build.machine import machine_problem
from generator.build.missing_audit import find_missing_guards
from generator.build.packing import open_press
from generator.build.parts import UnfitPart, gather_parts
from generator.build.preview_portions import publish_in_parts
from generator.build.remembering import remember_problems, remember_site
from generator.build.rules import all_rules
from generator.build.seen_together import find_contradictions, find_page_problems, find_reminders, hide
from generator.build.shares import Share
from generator.build.site import find_addresses, listed_datasets, plan_site
from generator.build.staleness import base_digest, template_folders
from generator.build.strays import find_strays
from generator.check.named_files import find_companion_faults
from generator.check.national import name_whose
from generator.check.personal.clearing import clear_suspects
from generator.check.personal.consent_reminders import find_ending_consents
from generator.features import FEATURES
from generator.link.expired_consents import find_hidden_files, hide_expired
from generator.link.references import link_records
from generator.model.catalogue import Catalogue
from generator.model.feature import topics_of
from generator.model.noted import CHANGED_ON, PICTURE_IN, NotedFiles, noted
from generator.model.noted_settings import noted_settings
from generator.model.page import Plan
from generator.model.passage import Picture
from generator.model.problem import Problem, has_errors, problem_order
from generator.model.project import Project, Settings
from generator.model.source import SiteFile, Source
from generator.publish.changed_days import read_changes
from generator.publish.content import Content, find_content
from generator.publish.frames import read_frames
from generator.publish.lock import hold_lock
from generator.publish.manifest import Manifest
from generator.publish.menu import Stub
from generator.publish.preview import rebuild_on_edit
from generator.publish.preview.rebuild_on_edit import Round
from generator.publish.prose import finish_content_page
from generator.publish.search import index as search
from generator.publish.shell import publish_shell
from generator.publish.site_folder import check_site
from generator.publish.site_folder_problems import build_running
from generator.publish.site_writing import commit_site, finish_site, open_staging
from generator.publish.source_lines import add_lines
from generator.publish.standing import SiteStanding, begin_looking
from generator.read.content_pages import check_page
from generator.read.examples import read_examples
from generator.read.menu import read_menu
from generator.read.mkdocs_keys import read_mkdocs
from generator.read.positions import locator
from generator.read.settings import read_settings
from generator.read.tree import CACHE_FOLDER, find_tracked_cache, find_tree_faults
from generator.read.trust import read_trust
from generator.render.compiled import CompiledTemplates
from generator.render.heads import article_head
from generator.render.overrides import find_outdated_templates
from generator.render.pages import block_renderer, report_link
from generator.render.template_digests import template_digests
from generator.render.template_errors import BrokenTemplate
from generator.render.templates import template_environment
from generator.store.memory import Memory
from generator.store.values import Values

PIECES = "pieces"
"""The folder of the cache with what large files and plans are made of."""
_RECORDS_WORTH_A_PROCESS = 15_000
"""More than half of them are sayings that the engine ships, over which a look is quick."""

Problems = tuple[Problem, ...]
Say = Callable[[str], None]
"""Told in a few words what is being done; `cli` decides whether anybody hears it."""


@dataclass(frozen=True)
class Checked:
    """A project's data, linked and planned; fit for publishing when no problem is an error."""

    catalogue: Catalogue
    plan: Plan
    content: tuple[Content, ...]
    problems: Problems
    pictures: Mapping[str, Picture]


@dataclass(frozen=True, slots=True)
class Linked:
    """Every record of a project, with all links, as it was loaded."""

    catalogue: Catalogue
    loaded: Loaded
    problems: Problems


def open_project(root: Path, as_of: date, site: Path | None, base: str = "") -> tuple[Project, Problems]:
    """The project in a folder; where its settings are faulty the defaults stand, and the problems say so.

    What settings and pages may ask for is what `trusted.yaml` of `base` allows, never what a change brings along.
    """
    root = root.resolve()
    settings, problems = read_settings(root)
    trust, untrusted = read_trust(root, base)
    mkdocs, refused = read_mkdocs(root, trust)
    site = site.resolve() if site else root / "site"
    foreign = find_tracked_cache(root)
    own = unknown_folder(root / CACHE_FOLDER) if foreign else own_folder(root / CACHE_FOLDER)
    busy = (build_running(site.name),) if own is None else ()
    theme, cache = house_folder() / "theme", own or unknown_folder(root / CACHE_FOLDER)
    found = sorted((*problems, *untrusted, *refused, *foreign, *busy), key=problem_order)
    return Project(root, theme, site, cache, as_of, settings, mkdocs, trust, base), tuple(found)


def read_catalogue(project: Project, say: Say) -> Linked:
    """Read, check and link every record; nothing is written but the cache."""
    linked, contradictions = _link(project, say)
    return replace(linked, problems=(*linked.problems, *contradictions()))


def _link(project: Project, say: Say, workers: Workers | None = None) -> tuple[Linked, Callable[[], Problems]]:
    """Every record with what is known of its faults, and what looks for the contradictions between them."""
    say("读取声明")
    locate, kept = locator(project.root), Cache(project.cache / "records")
    datasets, misdeclared = load_datasets(project.root, kept)
    say(f"检查 {len(datasets)} 个数据集")
    loaded = load_records(project.root, datasets, kept, workers)
    say(f"关联 {sum(len(records) for records in loaded.records.values()):,} 条记录")
    linked, unlinked = link_records(datasets, loaded.records, locate, loaded.excuses)
    catalogue = noted(linked)
    known = name_whose((*misdeclared, *loaded.problems, *unlinked))

    @cache
    def contradictions() -> Problems:
        # Without all datasets, nearly everything would seem to contradict something.
        return () if has_errors(misdeclared) else find_contradictions(FEATURES, catalogue, locate, known)

    bare = replace(loaded, records={})  # linked ones know themselves by further names: both would be held
    return Linked(catalogue, bare, known), contradictions


def find_problems(project: Project, say: Say) -> Problems:
    """What is wrong with a project, for those who want nothing else of it; an unchanged one is not checked again."""
    return remember_problems(project, lambda: _find_problems(project, say))


def _find_problems(project: Project, say: Say) -> Problems:
    with without_garbage_collection():
        checked, contradictions = _check(project, say, is_drawn=False)
        return _with_problems(checked, contradictions()).problems


def check_project(project: Project, say: Say, base: Catalogue | None = None) -> Checked:
    """Read everything, attack the statistics, look for what exposes a person, and plan the site.

    A change that is judged may excuse itself and weaken the attack: exceptions and declared tables of its `base` count.
    """
    with without_garbage_collection():
        checked, contradictions = _check(project, say, base)
        return _with_problems(checked, contradictions())


def _with_problems(checked: Checked, problems: Problems) -> Checked:
    """With more problems, all of them in the order in which they are told."""
    return replace(checked, problems=tuple(sorted((*checked.problems, *problems), key=problem_order)))


def _check(
    project: Project,
    say: Say,
    base: Catalogue | None = None,
    workers: Workers | None = None,
    *,
    is_drawn: bool = True,
) -> tuple[Checked, Callable[[], Problems]]:
    """Everything but the contradictions between records, and what gives these: they are looked for meanwhile."""
    linked, contradictions = _link(project, say, workers)
    catalogue, loaded, locate = linked.catalogue, linked.loaded, locator(project.root)
    if sum(map(len, catalogue.records.values())) > _RECORDS_WORTH_A_PROCESS:
        contradictions = begin_beside(contradictions, "查找记录之间的矛盾")
    strays = find_strays(project, catalogue, loaded.files, FEATURES)
    homes = tuple(each.records_folder for each in catalogue.datasets.values())
    cleaned = tuple(f"{home}/" for home in homes)
    examined = examine_files(project, loaded.files, cleaned, Cache(project.cache / "records"))
    own = (*said_of_itself(project.settings), *examined.examples)
    content, refused = find_content(project.root, homes)
    pages = (each.source for each in content if each.address is not None)
    unfit = tuple(fault for page in pages for fault in check_page(project.root, page, project.trust))
    known = (*refused, *unfit, *(problem for problem in linked.problems if has_errors((problem,))))
    faulty = {problem.location.file for problem in known}
    unkept = tuple(each for each in find_tree_faults(project.root, project.trust) if each.location.file not in faulty)
    handed_in = (
        *unkept,
        *(each for each in examined.problems if each.location.file not in faulty),
        *find_companion_faults(catalogue, examined.files, locate),
        *find_outdated_templates(project.root, project.theme / "templates", catalogue, FEATURES),
        *clear_suspects((*loaded.suspects, *examined.suspects), catalogue, locate, own, base),
    )
    agreed = hide_expired(catalogue, project.as_of, project.agreed)
    hidden = find_hidden_files(catalogue, agreed)
    content = tuple(each for each in content if each.file not in hidden)
    places = tuple((each.place, each.source) for each in content)
    ending = find_ending_consents(catalogue, project.as_of, locate)
    reminders = (*ending, *find_reminders(FEATURES, catalogue, project.settings, project.as_of, locate))
    shown = noted(hide(FEATURES, agreed, project.settings, project.as_of))
    today = noted_day(project.as_of)  # the same as pages ask: what plans find of it, they need not find again
    given = shown, project.settings, places, today, FEATURES
    if is_drawn:
        plan, collisions = plan_site(*given, KeptPlans(Cache(project.cache / PIECES), project.as_of))
        addresses = frozenset(page.address for page in plan.pages)
    else:
        plan, (addresses, collisions) = Plan((), (), {}), find_addresses(*given)
    unpaged = find_page_problems(FEATURES, shown, addresses.union(address for address, _ in places), locate)
    spread = workers.spread if workers else map_in_processes
    guarded, audits = guard_tables(catalogue, base), (audit for feature in FEATURES for audit in feature.audits)
    exposed = (
        *strays,
        *find_missing_guards(FEATURES, catalogue),
        *(each for audit in audits for each in audit(project, guarded, linked.problems, spread)),
    )
    found = (*linked.problems, *exposed, *handed_in, *refused, *unfit, *collisions, *unpaged, *reminders)
    return _with_problems(Checked(shown, plan, content, (), examined.pictures), found), contradictions


def said_of_itself(settings: Settings) -> tuple[str, ...]:
    """Where an operator gives its own telephone and mailbox."""
    return (*settings.contact.values(), settings.report_url.removeprefix("mailto:"), settings.hotline)


@dataclass(frozen=True, slots=True)
class Way:
    """How a site is built: in a `round` of the preview part after part, with `workers` on other machines too.

    Of a `share` only the part is written, into the folder `parts`, and nothing published; without, what lies there is
    joined.
    """

    round: Round | None = None
    workers: Workers | None = None
    share: Share | None = None
    parts: Path | None = None


def build_site(project: Project, say: Say, way: Way = Way()) -> Problems:
    """Check, draw and publish; while an error stands, the last good site stays as it is."""
    with hold_lock(project) as busy:
        return busy or build_held_site(project, say, way)


def build_held_site(project: Project, say: Say, way: Way = Way()) -> Problems:
    """The same for whoever holds the project's lock, and goes on to use the site."""
    if finish_site(project):
        say("上一次生成没有写完，先把它写完")
    problems = check_site(project)
    with without_garbage_collection():
        if has_errors(problems):
            return problems
        if way != Way():
            return _build(project, say, way)
        return remember_site(project, say, lambda: _build(project, say, way))


def _build(project: Project, say: Say, way: Way) -> Problems:
    forget_answers()
    standing = begin_looking(project, (search.INDEX_FOLDER,))
    try:
        checked, contradictions = _check(project, say, workers=way.workers)
        ready = not has_errors(checked.problems)
        published = _publish(project, checked, contradictions, standing, say, way) if ready else ()
    except (BrokenTemplate, UnfitPart) as broken:
        published = (broken.problem,)
    finally:
        standing()
    return _with_problems(checked, (*contradictions(), *published)).problems


def _publish(
    project: Project,
    checked: Checked,
    contradictions: Callable[[], Problems],
    standing: Callable[[], SiteStanding],
    say: Say,
    way: Way,
) -> Problems:
    """Draw everything, then move it into the site; the problems found on the way.

    In a round of the preview pages are moved in first, and nothing else is done once there is something to do anew.
    """
    say("绘制文章和页面框架")
    stubs = _stubs(checked, project.settings)
    shell, shell_problems = publish_shell(project, checked.content, stubs, read_menu(project.root))
    if shell is None:
        return shell_problems
    frames, frame_problems = read_frames(shell, stubs)
    compare = next((feature.compare for feature in FEATURES if feature.compare), None)
    releases = find_releases(project, lambda state: read_catalogue(state, say).catalogue, compare)
    changes = NotedFiles(CHANGED_ON, read_changes(project.root, project.cache))
    folders = template_folders(project)
    written: dict[str, SiteFile] = {}
    source = Source(
        checked.catalogue,
        checked.plan,
        noted_settings(project.settings),
        project.as_of,
        changes,
        pictures=NotedFiles(PICTURE_IN, checked.pictures),
        examples=read_examples(),
        open_formats=tuple(hook for feature in FEATURES for hook in feature.open_formats),
        rules=all_rules(FEATURES),
        releases=releases,
        files=written,
        kept=Cache(project.cache / PIECES),
        templates=template_digests(folders),
    )
    compiled = CompiledTemplates(Cache(project.cache / "templates"))
    environment = template_environment(folders, compiled)
    fill_block = block_renderer(environment, source, FEATURES)
    report = partial(report_link, environment, project.settings)
    head = partial(article_head, source, FEATURES)
    finished = [finish_content_page(shell, address, fill_block, report, head) for address in shell.pages]
    prose = tuple(page for page, _ in finished)
    prose_problems = add_lines((each for _, found in finished for each in found), project.root)
    drawn = (*shell_problems, *frame_problems, *prose_problems)
    problems = tuple(dict.fromkeys(drawn))
    if has_errors((*problems, *contradictions())):
        return problems
    say(f"绘制 {len(checked.plan.pages):,} 个页面")
    found, staging, press = standing(), open_staging(project), open_press(project, FEATURES)
    before = found.unchanged
    values = Values(source)
    memory = Memory(project.cache, base_digest(source), values, written)
    drawing = Drawing(environment, source, frames, staging, before, project, press, FEATURES, memory, values)
    site = whole_site(project, source, shell, prose)
    if way.parts and way.share:
        say(f"写好一份：{write_share(drawing, site, way.share, way.parts)}")
        return problems
    drawing = replace(drawing, workers=way.workers, parts=gather_parts(drawing, way.parts) if way.parts else ())
    planned = tuple(each.address for each in site.planned)
    parted = _draw(project, drawing, site, found.manifest, way.round)
    if parted is None:
        memory.keep(planned)
        return problems
    manifest, lying = parted
    say("建立搜索索引")
    drawn_pages = DrawnPages(manifest, drawing.documented)
    problems = (*problems, *index_site(project, source, prose, drawn_pages, FEATURES, way.workers))
    if has_errors(problems):
        return problems
    redrawn = sum(before.get(address) != entry for address, entry in manifest.items())
    say(f"发布 {redrawn:,} 个有变化的文件")
    hooks = (hook for feature in FEATURES for hook in feature.synonyms)
    texts = search.index_texts(project, chain.from_iterable(hook(checked.catalogue) for hook in hooks))
    commit_site(project, manifest, replace(found, manifest=lying), texts)
    memory.keep(planned)
    say(f"完成：{project.site}")
    return problems


def _draw(
    project: Project, drawing: Drawing, site: Portion, known: Manifest, round_: Round | None
) -> tuple[Manifest, Manifest] | None:
    """The manifest of the site as it is to be, and of what lies there now; None where the round is over before."""
    if round_ is not None:
        return publish_in_parts(project, drawing, site, known, round_)
    drawn = (draw_portion(drawing, site), known)
    if waiting := [each.address for each in site.planned if each.address not in drawn[0]]:
        raise RuntimeError(f"these tell of files that nobody plans: {waiting}")
    return drawn


def serve_site(project: Project, port: int, announce: rebuild_on_edit.Announce, say: Say, stop: Event) -> Problems:
    """Preview the site and build it again after every edit, until `stop`; a build that has begun is finished."""

    def rebuild(round_: Round) -> Problems:
        fresh, problems = open_project(project.root, project.as_of, project.site, project.base)
        try:
            return problems if has_errors(problems) else (*problems, *_preview(fresh, say, round_))
        except (WorkLost, MemoryError, OSError) as error:
            if problem := machine_problem(error):  # the preview goes on with the site that there is
                return (problem,)
            raise

    return rebuild_on_edit.serve_site(project, rebuild, port, announce, stop)


def _preview(project: Project, say: Say, round_: Round) -> Problems:
    with hold_lock(project) as busy:
        return busy or build_held_site(project, say, Way(round_))


def _stubs(checked: Checked, settings: Settings) -> tuple[Stub, ...]:
    """The frames MkDocs draws: one for each topic and each list, so that the menu shows where a reader is.

    A topic that has nothing to show yet has no page, and so no place in the menu.
    """
    catalogue, used = checked.catalogue, {page.frame for page in checked.plan.pages}
    topics = (
        Stub(each.name, each.title, each.menu) for each in topics_of(FEATURES, catalogue, settings) if each.name in used
    )
    listed = (Stub(each.name, each.title, each.directory.menu) for each in listed_datasets(catalogue))
    return (*topics, *listed, Stub("search", "站内搜索"), Stub("dictionary", "数据字典与下载"))
