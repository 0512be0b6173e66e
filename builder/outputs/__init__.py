"""Kinds of deliverable. One output, one file: `jobs(edition, root, early)` says what to make, `files` what came of it.

To add one, write the file and name it in the table of `bundle.py`, which runs them all.
"""
