"""How names of places are written: keys, case forms, transcriptions, and the words that geocoding knows."""
