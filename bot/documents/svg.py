"""Writes SVG: few shapes, one font, everything escaped here."""

from collections.abc import Sequence
from typing import Final, Literal
from xml.sax.saxutils import escape, quoteattr

from bot.documents.lettering import FAMILY

INK: Final = "#1f2937"
FAINT: Final = "#6b7280"
PAPER: Final = "#ffffff"
_HALF_EDGE: Final = 0.5

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]
Told = dict[str, str | float]


class Drawing:
    """A picture that grows shape by shape, the later above the earlier."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.height: float = 0
        self._shapes: list[str] = []

    def text(  # noqa: PLR0913 - all but the first three have a name at the call
        self,
        x: float,
        y: float,
        said: str,
        *,
        size: float,
        bold: bool = False,
        anchor: Anchor = "start",
        fill: str = INK,
    ) -> None:
        """Write a drawable text on the line `y`."""
        told: Told = {"font-size": size, "text-anchor": anchor}
        weight = {"font-weight": "bold"} if bold else {}
        self._add("text", said, x=x, y=y, fill=fill, **told, **weight)

    def line(
        self, start: Point, end: Point, *, stroke: str, width: float = 1, dashes: str = ""
    ) -> None:
        """Draw a line; one along an axis, and not dashed, is sharp, which is quicker too."""
        dashed = {"stroke-dasharray": dashes} if dashes else {}
        is_sharp = not dashes and (start[0] == end[0] or start[1] == end[1])
        sharp = {"shape-rendering": "crispEdges"} if is_sharp else {}
        ends = {"x1": start[0], "y1": start[1], "x2": end[0], "y2": end[1]}
        self._add("line", stroke=stroke, **{"stroke-width": width}, **ends, **dashed, **sharp)

    def path(self, points: Sequence[Point], *, stroke: str, width: float) -> None:
        """Draw a line through the points."""
        through = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        told: Told = {"stroke-width": width, "stroke-linejoin": "round"}
        self._add("polyline", points=through, fill="none", stroke=stroke, **told)

    def box(  # noqa: PLR0913 - all but the first two have a name at the call
        self,
        corner: Point,
        size: Point,
        *,
        fill: str = PAPER,
        stroke: str = "none",
        width: float = 1,
        dashes: str = "",
        round_by: float = 0,
    ) -> None:
        """Draw a box from its upper left corner."""
        edge = {"stroke-width": width, "rx": round_by}
        dashed = {"stroke-dasharray": dashes} if dashes else {}
        place = {"x": corner[0], "y": corner[1], "width": size[0], "height": size[1]}
        self._add("rect", fill=fill, stroke=stroke, **place, **edge, **dashed)

    def dot(self, at: Point, radius: float, *, fill: str, edge: str = PAPER) -> None:
        """Draw a filled circle with a thin edge."""
        # Two discs look like one with a stroke, which takes longer to outline.
        for size, colour in ((radius + _HALF_EDGE, edge), (radius - _HALF_EDGE, fill)):
            self._add("circle", cx=at[0], cy=at[1], r=size, fill=colour)

    def source(self) -> str:
        """Return the picture as SVG."""
        size = f'width="{self.width:g}" height="{self.height:g}"'
        view = f'viewBox="0 0 {self.width:g} {self.height:g}"'
        shapes = "\n".join(self._shapes)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view} font-family="{FAMILY}">\n'
            f"{shapes}\n</svg>\n"
        )

    def _add(self, shape: str, said: str = "", /, **told: str | float) -> None:
        named = " ".join([f"{name}={_written(value)}" for name, value in told.items()])
        self._shapes.append(f"<{shape} {named}>{escape(said)}</{shape}>")


def _written(value: str | float) -> str:
    return quoteattr(value) if isinstance(value, str) else f'"{round(value, 2):g}"'
