"""What each name means in its report: the candidates weighed by context."""
