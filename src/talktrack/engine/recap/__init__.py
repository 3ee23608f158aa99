"""Recap: what a meeting came to, and what is asked back where it stayed vague."""
