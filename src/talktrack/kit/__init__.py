"""The cellar: words and paper, nothing about careers."""
