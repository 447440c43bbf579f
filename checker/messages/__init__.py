"""Every sentence that Python emits, Chinese and English side by side; one module a room.

A room says its sentences from `messages/<room>.py`, so that a run reads only those it may need.
"""

from checker.messages.template import Message, Template

__all__ = ["Message", "Template"]
