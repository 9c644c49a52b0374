"""A tagged PDF to its headings with their colours: what is drawn in which colour, on what, how large."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf import PageObject, PdfReader, Transformation
from pypdf.generic import ContentStream

Colour = tuple[float, float, float]
Matrix = tuple[float, float, float, float, float, float]
WHITE: Colour = (1.0, 1.0, 1.0)
LARGE = 18.0
"""Points from which WCAG asks for 3 to 1 instead of 4.5 to 1."""


@dataclass(frozen=True)
class Word:
    """A run of letters: `mark` is its number on the page, `grounds` every colour that lies below it."""

    mark: int | None
    colour: Colour
    grounds: tuple[Colour, ...]
    size: float

    @property
    def contrast(self) -> float:
        """The least of it to any colour below, as WCAG reckons."""
        return min(_contrast(self.colour, ground) for ground in self.grounds)

    @property
    def wanted(self) -> float:
        return 3.0 if self.size >= LARGE else 4.5


def headings(reader: PdfReader) -> list[tuple[str, Word]]:
    """(H1, H2 …, the runs of letters in it), as the structure of the document names them."""
    words = {page.indirect_reference.idnum: list(page_words(page)) for page in reader.pages}  # type: ignore[union-attr]
    return [
        (tag, word)
        for tag, page, mark in _marks(reader.trailer["/Root"]["/StructTreeRoot"])
        for word in words[page]
        if word.mark == mark
    ]


def _marks(element: Any, heading: str = "", page: int = 0) -> Iterator[tuple[str, int, int]]:
    """Of each heading below an element: its kind, the page, the number of the marked content."""
    children = element.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        node = child.get_object()
        if isinstance(node, int):
            if heading:
                yield heading, page, node
            continue
        kind = str(node.get("/S", ""))
        here = node.raw_get("/Pg").idnum if "/Pg" in node else page
        within = kind[1:] if kind[1:2] == "H" and kind[2:].isdigit() else heading
        if node.get("/Type") == "/MCR":
            if within:
                yield within, here, int(node["/MCID"])
        elif kind:
            yield from _marks(node, within, here)


def page_words(page: PageObject) -> Iterator[Word]:
    """Every run of letters of a page in the order of drawing."""
    pen = _Pen(page)
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        name = operator.decode()
        if name in ("Tj", "TJ"):
            yield pen.word()
        elif name in _MOVES:
            _MOVES[name](pen, list(operands))


@dataclass
class _Pen:
    """What has been drawn so far, and how the next thing will be."""

    page: PageObject
    matrix: Transformation = field(default_factory=Transformation)
    fill: tuple[Colour, ...] = ((0.0, 0.0, 0.0),)
    kept: list[Any] = field(default_factory=list)
    marks: list[int | None] = field(default_factory=list)
    path: list[tuple[float, float]] = field(default_factory=list)
    painted: list[Any] = field(default_factory=list)
    size: float = 0.0
    place: tuple[float, float] = (0.0, 0.0)

    def keep(self, _: list[Any]) -> None:
        self.kept.append((self.matrix, self.fill))

    def bring_back(self, _: list[Any]) -> None:
        self.matrix, self.fill = self.kept.pop()

    def turn(self, matrix: list[Any]) -> None:
        self.matrix = Transformation(_matrix(matrix)).transform(self.matrix)

    def take(self, values: list[Any]) -> None:
        self.fill = _colours(self.page, values)

    def go(self, points: list[Any]) -> None:
        pairs = zip(points[::2], points[1::2], strict=True)
        self.path += [self._on_page(float(x), float(y)) for x, y in pairs]

    def box(self, corner: list[Any]) -> None:
        x, y, width, height = corner
        self.go([x, y, x + width, y + height])

    def paint(self, _: list[Any]) -> None:
        across, up = zip(*self.path, strict=True)
        self.painted.append(((min(across), min(up), max(across), max(up)), self.fill))
        self.path = []

    def forget(self, _: list[Any]) -> None:
        self.path = []

    def begin(self, named: list[Any]) -> None:
        self.marks.append(named[1].get("/MCID") if len(named) > 1 and hasattr(named[1], "get") else None)

    def end(self, _: list[Any]) -> None:
        self.marks.pop()

    def cut(self, font: list[Any]) -> None:
        self.size = float(font[1])

    def set_at(self, matrix: list[Any]) -> None:
        self.place = (float(matrix[4]), float(matrix[5]))

    def word(self) -> Word:
        x, y = self._on_page(*self.place)
        _, top = self._on_page(self.place[0], self.place[1] - self.size)
        mark = next((each for each in reversed(self.marks) if each is not None), None)
        return Word(mark, self.fill[0], _ground(self.painted, (x + 1, (2 * y + top) / 3)), abs(top - y))

    def _on_page(self, x: float, y: float) -> tuple[float, float]:
        across, up = self.matrix.apply_on((x, y))
        return float(across), float(up)


_MOVES: dict[str, Callable[[_Pen, list[Any]], None]] = {
    **{"q": _Pen.keep, "Q": _Pen.bring_back, "cm": _Pen.turn, "BDC": _Pen.begin, "BMC": _Pen.begin, "EMC": _Pen.end},
    **dict.fromkeys(("sc", "scn", "rg", "g"), _Pen.take),
    **dict.fromkeys(("m", "l", "c"), _Pen.go),
    **dict.fromkeys(("f", "f*", "B"), _Pen.paint),
    **dict.fromkeys(("S", "n"), _Pen.forget),
    **{"re": _Pen.box, "Tf": _Pen.cut, "Tm": _Pen.set_at},
}


def _ground(painted: list[Any], at: tuple[float, float]) -> tuple[Colour, ...]:
    """The colours of the last thing painted over a point; paper where nothing was."""
    found = [fill for (left, low, right, high), fill in painted if left <= at[0] <= right and low <= at[1] <= high]
    return found[-1] if found else (WHITE,)


def _colours(page: PageObject, values: list[Any]) -> tuple[Colour, ...]:
    """One colour, or the ends of a gradient."""
    if isinstance(values[-1], str):
        shading = page["/Resources"]["/Pattern"][values[-1]]["/Shading"]  # type: ignore[index]
        return tuple(_stops(shading["/Function"]))
    numbers = [float(each) for each in values]
    return (tuple(numbers * 3) if len(numbers) == 1 else tuple(numbers),)  # type: ignore[return-value]


def _stops(function: Any) -> Iterator[Colour]:
    """Of a function of colours: where each part begins and ends."""
    node = function.get_object()
    for part in node.get("/Functions", []):
        yield from _stops(part)
    for end in ("/C0", "/C1"):
        if end in node:
            yield tuple(float(each) for each in node[end])  # type: ignore[misc]


def _matrix(values: list[Any]) -> Matrix:
    a, b, c, d, e, f = (float(each) for each in values)
    return a, b, c, d, e, f


def _contrast(one: Colour, other: Colour) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
