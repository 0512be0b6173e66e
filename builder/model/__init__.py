"""The record: pydantic models for everything that is written by hand."""

from builder.model.bibliography import Bibliography, Reference
from builder.model.program import Plan, Topic
from builder.model.subscriber import Subscriber
from builder.model.week import Week

__all__ = ["Bibliography", "Plan", "Reference", "Subscriber", "Topic", "Week"]
