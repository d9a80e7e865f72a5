"""How deep the headings of a plan go."""

TOP_LEVEL = 2  # below the page's own h1
LOWEST_LEVEL = 6
DEEPEST = LOWEST_LEVEL - TOP_LEVEL + 1
