"""The gate: the only code that opens a connection. Everything in it is given whom to ask and how long to wait."""
