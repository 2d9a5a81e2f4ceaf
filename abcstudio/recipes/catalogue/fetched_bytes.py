"""Bytes from an address, piece by piece, never waiting longer than it takes to be stopped.

A thread of its own waits for the network, since nothing interrupts that. Who stops hears so at
once; the thread ends when the network answers or its time is over, and with the program.
"""

import http.client
import queue
import threading
import urllib.request
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass
from typing import IO
from urllib.parse import urlsplit

from typing_extensions import override

from abcstudio.stopping import stop_if_asked

SECONDS = 20.0
"""Who says nothing for so long is taken to be gone."""

_PIECE = 65_536
_LOOK_SECONDS = 0.05
_WAITING = 8
_OWN_MACHINE = ("127.0.0.1", "::1", "localhost")
_PARTIAL = 206


class UnsafeAddressError(OSError):
    """An address, or one that it leads to, is not that of a page that proves who it is."""


@dataclass(frozen=True, slots=True)
class FileBeginning:
    """What a server begins with: at which byte of the file it goes on."""

    start: int


Pieces = Generator[FileBeginning | bytes, None, None]


def fetched(address: str, start: int) -> Generator[FileBeginning | bytes, None, None]:
    """Yield what a server begins with, then the bytes of its file.

    Args:
        address: It begins with `https`, or is one of this machine.
        start: The byte to begin with; a server may begin with the first all the same.

    Raises:
        UnsafeAddressError: The address is another one, or leads to another one.
        OSError: There is no answer, or it breaks off.
    """
    check_address(address)
    reader = _Reader(address, start)
    reader.start()
    try:
        while True:
            stop_if_asked()
            try:
                piece = reader.pieces.get(timeout=_LOOK_SECONDS)
            except queue.Empty:
                continue
            if isinstance(piece, Exception):
                raise piece
            if piece == b"":
                return
            yield piece
    finally:
        reader.give_up()


def check_address(address: str) -> None:
    """Refuse what is neither safe nor of this machine.

    Raises:
        UnsafeAddressError: It is so.
    """
    if urlsplit(address).scheme != "https" and not _is_own(address):
        raise UnsafeAddressError(f"{address} is not safe")


def _is_own(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "http" and parts.hostname in _OWN_MACHINE


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows an address to safe ones only."""

    @override
    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        try:
            check_address(newurl)
        except UnsafeAddressError:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg=msg, headers=headers, newurl=newurl)


class _Reader(threading.Thread):
    """Waits for the network, and puts what comes into a queue: at last nothing, or an error."""

    def __init__(self, address: str, start: int) -> None:
        super().__init__(daemon=True, name="download")
        self._address = address
        self._start = start
        self._given_up = threading.Event()
        self.pieces: queue.Queue[FileBeginning | bytes | Exception] = queue.Queue(_WAITING)

    def give_up(self) -> None:
        self._given_up.set()

    @override
    def run(self) -> None:
        try:
            self._fetch()
            self._put(b"")
        except (OSError, http.client.HTTPException, ValueError) as error:
            self._put(error if isinstance(error, OSError) else OSError(str(error)))

    def _fetch(self) -> None:
        request = urllib.request.Request(self._address)
        # Some servers pack what they send; the checksum is that of the file.
        request.add_header("Accept-Encoding", "identity")
        if self._start:
            request.add_header("Range", f"bytes={self._start}-")
        handlers: list[urllib.request.BaseHandler] = [_Redirects()]
        if _is_own(self._address):
            # What this machine serves is not asked for through another one.
            handlers.append(urllib.request.ProxyHandler({}))
        opener = urllib.request.build_opener(*handlers)
        with opener.open(request, timeout=SECONDS) as response:
            self._put(FileBeginning(_first_byte(response, self._start)))
            while not self._given_up.is_set():
                piece = response.read1(_PIECE)
                if not piece:
                    return
                self._put(piece)

    def _put(self, piece: "FileBeginning | bytes | Exception") -> None:
        while not self._given_up.is_set():
            with suppress(queue.Full):
                self.pieces.put(piece, timeout=_LOOK_SECONDS)
                return


def _first_byte(response: http.client.HTTPResponse, asked: int) -> int:
    """Return with which byte of the file an answer begins."""
    if response.status != _PARTIAL:
        return 0
    said = response.headers.get("Content-Range", "")
    first = said.removeprefix("bytes ").partition("-")[0].strip()
    if first != str(asked):
        raise OSError(f"Asked for byte {asked}, got {said!r}")
    return asked
