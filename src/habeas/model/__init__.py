"""The types that every stage speaks in. No dict crosses a module border; JSON is made at the edge."""
