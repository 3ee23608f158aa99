"""Forms: what a person may type, checked for its shape. What is true of a noun is checked by the story itself."""
