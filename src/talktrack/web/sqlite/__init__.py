"""The embedded database: Django's SQLite backend on `sqlcipher3`, which carries a SQLite of its own."""
