"""A form that knows what its page showed; it stands in kern/guard.py, for the rooms below as well."""

from kern.guard import GuardedMixin, digest, in_words

__all__ = ["GuardedMixin", "digest", "in_words"]
