"""Draws a comparison as an SVG image: for each column the programs as dots, and the geometric mean
as a bar, on a scale of how many times as long as native -O3 they take."""

from xml.sax.saxutils import escape

from comparison import geometric_mean

LABELS, PLOT, ROW, TOP, BOTTOM, MARGIN = 430, 560, 26, 60, 56, 60
# What takes longer than that is drawn at the edge.
MOST = 3.0
COLOURS = {"native": "#777777", "scalar": "#2f6fb0", "simd": "#c2571a"}
GROUPS = {"programs": "#000000", "kernels": "#7a1fa2"}


class Drawing:
    """Collects elements; all text is escaped here."""

    def __init__(self, width, height):
        self.parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">',
            f'<rect width="{width}" height="{height}" fill="white"/>',
        ]

    def text(self, x, y, text, anchor="start", **extra):
        attributes = "".join(f' {name}="{value}"' for name, value in extra.items())
        self.parts.append(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{attributes}>'
                          f"{escape(text)}</text>")

    def line(self, x1, y1, x2, y2, colour):
        self.parts.append(f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
                          f'stroke="{colour}"/>')

    def bar(self, x, y, width, height, colour):
        self.parts.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" '
                          f'height="{height:.1f}" fill="{colour}" fill-opacity="0.55"/>')

    def dot(self, x, y, colour, title):
        self.parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}" '
                          f'fill-opacity="0.35">'
                          f"<title>{escape(title)}</title></circle>")

    def finish(self):
        return "\n".join([*self.parts, "</svg>\n"])


def place(ratio):
    return LABELS + min(ratio, MOST) / MOST * PLOT


def draw(comparison):
    rows = len(comparison.columns) - 1
    bottom = TOP + rows * ROW
    drawing = Drawing(LABELS + PLOT + MARGIN, bottom + BOTTOM)
    drawing.text(10, 22, "Processor time over native clang -O3: less is faster",
                 **{"font-size": 15})
    draw_key(drawing, comparison)
    for tick in range(int(MOST * 4) + 1):
        ratio = tick / 4
        drawing.line(place(ratio), TOP, place(ratio), bottom,
                     "#333333" if ratio == 1 else "#dddddd")
        if tick % 2 == 0:
            drawing.text(place(ratio), bottom + 16, f"{ratio:g}", "middle")
    drawing.text(LABELS, bottom + 38, f"bars: geometric means; dots: programs, those above {MOST:g} at the edge",
                 fill="#555555")
    for row in range(rows):
        draw_column(drawing, comparison, row + 1, TOP + row * ROW)
    return drawing.finish()


def draw_key(drawing, comparison):
    x = LABELS
    for group in comparison.groups():
        drawing.dot(x, 42, GROUPS[group], group)
        drawing.text(x + 8, 46, group)
        x += 90


def draw_column(drawing, comparison, index, top):
    column = comparison.columns[index]
    if not comparison.ratios(index):
        return
    mean = geometric_mean(comparison.ratios(index))
    drawing.text(LABELS - 8, top + 17, column.title, "end")
    drawing.bar(LABELS, top + 4, place(mean) - LABELS, ROW - 8, COLOURS[column.kind])
    for line in comparison.lines:
        ratio = line.ratios[index]
        if ratio is None:
            continue
        # The groups lie a little apart, so that neither hides the other.
        y = top + (10 if line.group == "programs" else 16)
        drawing.dot(place(ratio), y, GROUPS[line.group], f"{line.name}: {ratio:.2f}")
    drawing.text(LABELS + PLOT + 8, top + 17, f"{mean:.2f}")
