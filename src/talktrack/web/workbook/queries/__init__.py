"""Everything that pages and commands read: frozen values, in a number of queries that does not grow with the rows."""
