"""Facts become notices: who hears what, when, and how each notice ended."""
