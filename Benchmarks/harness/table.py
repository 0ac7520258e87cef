"""Rows of figures, and the table they make."""
from dataclasses import dataclass
from typing import Optional


@dataclass
class Row:
    """One figure of ours, beside another program's where there is one."""
    what: str
    ours: Optional[float]
    unit: str
    beside: str = ""
    theirs: Optional[float] = None
    ratio: Optional[float] = None
    target: str = ""
    met: Optional[bool] = None
    remark: str = ""


def alone(what, ours, unit, remark=""):
    """A figure that nobody asked to be any."""
    return Row(what, ours, unit, remark=remark)


def bounded(what, ours, unit, at_most, remark=""):
    """A figure that should not be greater."""
    return Row(what, ours, unit, target=f"≤ {at_most:g} {unit}", met=ours <= at_most, remark=remark)


def reached(what, ours, unit, at_least, remark=""):
    """A figure that should not be smaller."""
    return Row(what, ours, unit, target=f"≥ {at_least:g} {unit}", met=ours >= at_least, remark=remark)


def compared(what, ours, unit, beside, theirs, at_least=None, at_most=None, remark=""):
    """A figure and another program's on the same material; the bounds are for ours divided by theirs."""
    ratio = ours / theirs if theirs else None
    row = Row(what, ours, unit, beside, theirs, ratio, remark=remark)
    if ratio is not None and at_least is not None:
        row.target, row.met = f"≥ {at_least:g} ×", ratio >= at_least
    if ratio is not None and at_most is not None:
        row.target, row.met = f"≤ {at_most:g} ×", ratio <= at_most
    return row


def note(what, remark):
    """No figure, and why."""
    return Row(what, None, "", remark=remark)


def text_of(rows):
    """The table for people."""
    lines = [["what", "wirewatch", "beside", "", "ratio", "target", "", ""]]
    for row in rows:
        lines.append([
            row.what, figure(row.ours, row.unit), row.beside, figure(row.theirs, row.unit),
            "" if row.ratio is None else f"{row.ratio:.2f}" if row.ratio < 10 else f"{row.ratio:.0f}",
            row.target, {None: "", True: "✓", False: "✗"}[row.met], row.remark])
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    right = {1, 3, 4}
    return "\n".join("  ".join(
        cell.rjust(width) if column in right else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(line, widths))).rstrip() for line in lines)


def figure(number, unit):
    if number is None:
        return ""
    digits = 0 if number >= 100 else 1 if number >= 10 else 2 if number >= 0.1 else 3
    return f"{number:,.{digits}f} {unit}"
