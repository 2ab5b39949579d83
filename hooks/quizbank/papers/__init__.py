"""Question papers before they look like anything: the blueprint, the draw by a seed, the sets, the fingerprint."""
