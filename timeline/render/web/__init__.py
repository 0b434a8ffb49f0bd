"""The parts of the page that `html` writes: what Python puts into it, and the style and script that it carries."""
