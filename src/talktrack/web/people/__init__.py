"""Who is asking, and whether they may: accounts, local mode, rules."""
