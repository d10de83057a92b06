"""Strikes into accounts: which are told of plainly enough, and each value with the words it was read from."""
