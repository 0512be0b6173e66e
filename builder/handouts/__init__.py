"""Printed sheets: an edition's data for the Typst design in the top-level `handouts/`, typeset, measured, checked."""

from builder.handouts.sheets import KINDS, Sheet, sheets

__all__ = ["KINDS", "Sheet", "sheets"]
