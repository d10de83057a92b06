"""A text as words, phrases of the vocabulary, sentences and blocks, before anything is read from it."""
