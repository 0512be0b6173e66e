"""Referral Roadmap: one YAML file a week becomes a training site and printable sheets."""

__version__ = "0.1.0"
