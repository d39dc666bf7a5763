"""The law of the day: legal claims of several reports as one course of steps, and what held on a day."""

from __future__ import annotations

from habeas.reconcile.legal.state import MOST, groups, state_on, states_on
from habeas.reconcile.legal.steps import legal_steps

__all__ = ["MOST", "groups", "legal_steps", "state_on", "states_on"]
