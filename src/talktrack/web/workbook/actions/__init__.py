"""Everything that can change in a workbook: verbs, keyword-only, each all or nothing."""
