"""Preparing one meeting: everything that a person takes to it."""
