"""One format, one file, one function: a document in, bytes out."""
