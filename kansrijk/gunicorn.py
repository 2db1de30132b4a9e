"""How the server runs: `gunicorn kansrijk.wsgi -c python:kansrijk.gunicorn`."""

import logging
from threading import Thread
from typing import Any

worker_class = "gthread"
workers = 2
threads = 3
max_requests = 2000
max_requests_jitter = 200
graceful_timeout = 10
loglevel = "warning"


def post_worker_init(worker: Any) -> None:
    """Load what a PDF needs in each worker, after the fork and beside the first pages."""
    Thread(target=_warm_up, daemon=True).start()


def _warm_up() -> None:
    from kern.pdf import PdfError, warm_up

    try:
        warm_up()
    except PdfError as error:  # the site works without; the page of a PDF says what is missing
        logging.getLogger(__name__).warning("%s", error)
