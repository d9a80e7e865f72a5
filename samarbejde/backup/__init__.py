"""One file holds the whole portal as it was at one moment, and says of itself whether it still does."""
