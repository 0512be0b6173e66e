"""YAML text -> frozen records, each value with its place; problems for everything that isn't one."""

from builder.read.logo import Drawing, read_logo
from builder.read.places import Places
from builder.read.program import Program, about, read_files, read_program, read_subscriber
from builder.read.waivers import Waiver, apply
from builder.read.week import read_week
from builder.read.written import Written

__all__ = [
    "Drawing",
    "Places",
    "Program",
    "Waiver",
    "Written",
    "about",
    "apply",
    "read_files",
    "read_logo",
    "read_program",
    "read_subscriber",
    "read_week",
]
