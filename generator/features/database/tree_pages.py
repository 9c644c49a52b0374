"""Sorted rows to the pages of a B-tree, filled one after the other: what SQLite itself leaves in a page hangs on its
release and on the order of changes, so that the same tables are other bytes on another machine.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.features.database.stored_values import varint

PAGE_BYTES = 4096
HEAD_BYTES = 100
"""Bytes of the file's head, which the first page begins with."""
_LEAF_HEAD, _INNER_HEAD, _POINTER = 8, 12, 2
_LEAST = (PAGE_BYTES - 12) * 32 // 255 - 23
"""What of a row that is too long for its page stays there at least."""


class TreeKind(NamedTuple):
    """The marks of pages, and how much of a row a page holds itself."""

    leaf: int
    inner: int
    most: int


TABLE_TREE = TreeKind(13, 5, PAGE_BYTES - 35)
INDEX_TREE = TreeKind(10, 2, (PAGE_BYTES - 12) * 64 // 255 - 23)


class _Cell(NamedTuple):
    """What stands in a page once; `links` are the places in it where the number of another page stands."""

    body: bytes
    links: tuple[int, ...] = ()


class _Level(NamedTuple):
    """Pages of one height in order, and the cells (without the page they lead to) that stand between them."""

    pages: Sequence[int]
    between: Sequence[_Cell]


class PageRun(NamedTuple):
    """Pages that lead only to each other; `links` are the places where the number of one stands.

    They may be kept and put into another file: there all these numbers are more by the same. `roots` by name.
    """

    written: bytes
    links: array[int]
    roots: Mapping[str, int]


class Pages:
    """The pages of a file, numbered from 1; the first is filled last, for it leads to all others."""

    def __init__(self) -> None:
        self.all: list[bytes] = [b""]
        self._links = array("Q")

    def run(self, roots: Mapping[str, int]) -> PageRun:
        """All pages but the first, which in this file is none."""
        return PageRun(b"".join(self.all[1:]), self._links, roots)

    def add_run(self, run: PageRun) -> Mapping[str, int]:
        """Pages that were made for another file; gives the numbers of their roots in this one."""
        more, written = len(self.all) - 1, bytearray(run.written)
        for at in run.links if more else ():
            written[at : at + 4] = (int.from_bytes(written[at : at + 4], "big") + more).to_bytes(4, "big")
        self.all += (bytes(written[at : at + PAGE_BYTES]) for at in range(0, len(written), PAGE_BYTES))
        return {name: root + more for name, root in run.roots.items()}

    def add(self, page: bytes, links: Iterable[int] = ()) -> int:
        """Gives its number."""
        begin = (len(self.all) - 1) * PAGE_BYTES
        self._links.extend([begin + each for each in links])
        self.all.append(page)
        return len(self.all)

    def add_table(self, rows: Iterable[tuple[int, bytes]], *, first: bool = False) -> int:
        """Rows by their number, which ascends; gives the root's page, which is page 1 for the `first` table."""
        cells, between, pages = _Filling(HEAD_BYTES if first else 0), list[_Cell](), list[int]()
        key, flat = 0, True
        for number, row in rows:
            cell = self._kept(varint(len(row)) + varint(number), row, TABLE_TREE)
            if not cells.takes(cell):
                if flat:  # it is no root: nothing stands before it
                    flat, cells = False, _Filling(0, cells.cells)
                pages.append(self.add(*cells.page(TABLE_TREE.leaf)))
                between.append(_Cell(varint(key)))
                cells = _Filling(0)
            cells.add(cell)
            key = number
        if flat:
            return self._root(cells, TABLE_TREE.leaf, first)
        pages.append(self.add(*cells.page(TABLE_TREE.leaf)))
        return self._grow(_Level(pages, between), TABLE_TREE, first)

    def add_index(self, rows: Sequence[bytes]) -> int:
        """Rows in their order; each stands once, in a leaf or between two pages. Gives the root's page."""
        entries = [self._kept(varint(len(row)), row, INDEX_TREE) for row in rows]
        pages, between, at = list[int](), list[_Cell](), 0
        while True:
            cells, begin = _Filling(0), at
            while at < len(entries) and cells.takes(entries[at]):
                cells.add(entries[at])
                at += 1
            if at == len(entries):
                pages.append(self.add(*cells.page(INDEX_TREE.leaf)))
                break
            if at == len(entries) - 1:  # else nothing were left for the last page
                at -= 1
                cells = _Filling(0, entries[begin:at])
            pages.append(self.add(*cells.page(INDEX_TREE.leaf)))
            between.append(entries[at])
            at += 1
        return self._grow(_Level(pages, between), INDEX_TREE, first=False) if between else pages[0]

    def _grow(self, level: _Level, kind: TreeKind, first: bool) -> int:
        """Levels above a level until one page is left."""
        while True:
            made = self._level_above(level, kind, first)
            if isinstance(made, int):
                return made
            level = made

    def _level_above(self, level: _Level, kind: TreeKind, first: bool) -> _Level | int:
        pages, between, at = list[int](), list[_Cell](), 0
        whole = _Filling(HEAD_BYTES if first else 0, _cells(level, 0, len(level.between)), _INNER_HEAD)
        if whole.fits:
            return self._root(whole, kind.inner, first, level.pages[-1])
        while True:
            cells, begin = _Filling(0, (), _INNER_HEAD), at
            while at < len(level.between) and cells.takes(cell := _cell(level, at)):
                cells.add(cell)
                at += 1
            if at == len(level.between) - 1:
                at -= 1
                cells = _Filling(0, _cells(level, begin, at), _INNER_HEAD)
            pages.append(self.add(*cells.page(kind.inner, level.pages[at])))
            if at == len(level.between):
                return _Level(pages, between)
            between.append(level.between[at])
            at += 1

    def _root(self, cells: _Filling, mark: int, first: bool, last: int | None = None) -> int:
        page, links = cells.page(mark, last)
        if first:
            self.all[0] = page
            return 1
        return self.add(page, links)

    def _kept(self, head: bytes, row: bytes, kind: TreeKind) -> _Cell:
        """What of a row stays in its page, behind its head, and where it goes on."""
        if len(row) <= kind.most:
            return _Cell(head + row)
        room = PAGE_BYTES - 4
        kept = _LEAST + (len(row) - _LEAST) % room
        kept = kept if kept <= kind.most else _LEAST
        parts = [row[begin : begin + room] for begin in range(kept, len(row), room)]
        following = 0
        for part in reversed(parts):
            page = (following.to_bytes(4, "big") + part).ljust(PAGE_BYTES, b"\0")
            following = self.add(page, (0,) if following else ())
        return _Cell(head + row[:kept] + following.to_bytes(4, "big"), (len(head) + kept,))


class _Filling:
    """A page's cells while it is filled; `before` is what stands before them, `head` the size of its own head."""

    def __init__(self, before: int, cells: Iterable[_Cell] = (), head: int = _LEAF_HEAD) -> None:
        self.before, self.head, self.cells = before, head, list(cells)
        self.left = PAGE_BYTES - before - head - sum(len(each.body) + _POINTER for each in self.cells)

    @property
    def fits(self) -> bool:
        return self.left >= 0

    def takes(self, cell: _Cell) -> bool:
        return len(cell.body) + _POINTER <= self.left

    def add(self, cell: _Cell) -> None:
        self.cells.append(cell)
        self.left -= len(cell.body) + _POINTER

    def page(self, mark: int, last: int | None = None) -> tuple[bytes, Sequence[int]]:
        """The page, and where in it the numbers of others stand; `last` is where one leads beyond its last cell."""
        at, places, links = PAGE_BYTES, list[bytes](), list[int]()
        for cell in self.cells:
            at -= len(cell.body)
            places.append(at.to_bytes(2, "big"))
            if cell.links:
                links += [at + each for each in cell.links]
        head = bytes((mark, 0, 0)) + len(self.cells).to_bytes(2, "big") + at.to_bytes(2, "big") + b"\0"
        if last is not None:
            links.append(self.before + len(head))
            head += last.to_bytes(4, "big")
        front = bytes(self.before) + head + b"".join(places)
        return front.ljust(at, b"\0") + b"".join([each.body for each in reversed(self.cells)]), links


def _cells(level: _Level, begin: int, end: int) -> list[_Cell]:
    return [_cell(level, at) for at in range(begin, end)]


def _cell(level: _Level, at: int) -> _Cell:
    body, links = level.between[at]
    return _Cell(level.pages[at].to_bytes(4, "big") + body, (0, *(4 + each for each in links)))
