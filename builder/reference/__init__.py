"""Facts that content is held against, each with its release and licence beside it, loaded once and lazily."""
