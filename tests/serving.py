"""A server on this machine that has one file, and breaks off, stalls or changes it when told."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Serving:
    """What the server does, and what it was asked for.

    Attributes:
        data: The file.
        breaks_after: After so many bytes of an answer the connection ends.
        stalls_after: After so many bytes nothing more comes until `released` is set.
        knows_parts: It answers a request for a part with that part.
        status: Another status than that of a file, None for none.
        redirect: Where it sends to, "" for nowhere.
        asked: The `Range` of each request, "" for the whole file.
    """

    data: bytes
    address: str = ""
    breaks_after: int | None = None
    stalls_after: int | None = None
    knows_parts: bool = True
    status: int | None = None
    redirect: str = ""
    asked: list[str] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)


@contextmanager
def serving(data: bytes) -> Iterator[Serving]:
    """Serve a file while the block lasts."""
    told = Serving(data)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            _answer(self, told)

        def log_message(self, *_args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    told.address = f"http://127.0.0.1:{server.server_port}/tunes.abc"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield told
    finally:
        told.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _answer(handler: BaseHTTPRequestHandler, told: Serving) -> None:
    asked = handler.headers.get("Range", "")
    told.asked.append(asked)
    if told.redirect:
        handler.send_response(302)
        handler.send_header("Location", told.redirect)
        handler.end_headers()
        return
    if told.status is not None:
        handler.send_error(told.status)
        return
    start = int(asked.removeprefix("bytes=").rstrip("-")) if asked and told.knows_parts else 0
    body = told.data[start:]
    if start:
        handler.send_response(206)
        last = len(told.data) - 1
        handler.send_header("Content-Range", f"bytes {start}-{last}/{len(told.data)}")
    else:
        handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    if told.breaks_after is not None:
        body = body[: told.breaks_after]
    if told.stalls_after is not None:
        handler.wfile.write(body[: told.stalls_after])
        handler.wfile.flush()
        told.released.wait(60)
        return
    handler.wfile.write(body)
