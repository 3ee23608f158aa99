"""Talktrack: one well-prepared career conversation, and what happens after it."""

__version__ = "0.1.0"
