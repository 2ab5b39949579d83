"""What a number of learners a day asks of a host, from what one visit weighs. Every assumption is a field with its reason."""

from typing import NamedTuple


class Day(NamedTuple):
    """A day of learners. `new` is the share who come for the first time, `peak_hour` the share of visits in the busiest hour."""

    learners: int = 1_000_000
    new: float = 0.05  # a course of twenty days and more: one visit in twenty is the first
    updated: float = 0.1  # who come back after a change; they fetch what has changed, at most everything
    peak_hour: float = 0.15  # an evening before an exam; an even day would have 0.04
    burst: float = 3.0  # the busiest seconds of that hour, against its mean


class Need(NamedTuple):
    """What the day asks for: requests and bytes in all, and in its busiest seconds requests and bits a second."""

    requests: float
    bytes: float
    peak_requests: float
    peak_bits: float


def need(day: Day, first: tuple[int, int], later: tuple[int, int]) -> Need:
    """Return what a day needs, from the requests and bytes of a first and of a later visit. One visit a learner."""
    heavy = day.new + day.updated  # a changed site is taken to be fetched whole, which it seldom is
    requests, size = (day.learners * (heavy * one + (1 - heavy) * other) for one, other in zip(first, later, strict=True))
    share = day.peak_hour * day.burst / 3600
    return Need(requests, size, requests * share, size * share * 8)
