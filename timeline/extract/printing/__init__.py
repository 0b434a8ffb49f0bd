"""What nobody would print: lines that say nothing, something else, or of nobody."""
