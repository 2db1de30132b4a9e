"""Mail: written in the transaction of what it tells about, sent by the worker, at least once (docs/decisions/0013).

`post(...)` puts one mail in the outbox, `refused(...)` tells which addresses do not take our mail, `mended(...)`
forgets that. No mail holds a name or any content: a fixed subject, one sentence, one link.
"""

from kern.post.outbox import link, mended, post, refused

__all__ = ["link", "mended", "post", "refused"]
