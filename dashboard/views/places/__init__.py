"""The Places page, from what it lists to the form that corrects a place."""
