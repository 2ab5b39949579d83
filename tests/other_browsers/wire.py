"""The two ways in which engines take WebDriver's commands: Firefox over its own socket, WebKitGTK over HTTP.

The commands are the same W3C ones; Firefox has numbered names for them where HTTP has paths. So neither geckodriver nor
a library is needed.
"""

import json
import socket
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException
from typing import Any, Protocol

SILENCE = 60.0  # seconds after which an engine that does not answer is taken for stuck

# What Firefox calls the commands, and the method and path that HTTP has for them.
COMMANDS: Mapping[str, tuple[str, str]] = {
    "Status": ("GET", ""),
    "NewSession": ("POST", ""),
    "DeleteSession": ("DELETE", ""),
    "Navigate": ("POST", "url"),
    "Refresh": ("POST", "refresh"),
    "GetCurrentURL": ("GET", "url"),
    "ExecuteScript": ("POST", "execute/sync"),
    "ExecuteAsyncScript": ("POST", "execute/async"),
    "ElementClick": ("POST", "element/{id}/click"),
    "ElementSendKeys": ("POST", "element/{id}/value"),
    "PerformActions": ("POST", "actions"),
    "DismissAlert": ("POST", "alert/dismiss"),
    "AcceptAlert": ("POST", "alert/accept"),
    "TakeScreenshot": ("GET", "screenshot"),
}


class EngineError(RuntimeError):
    """What an engine answers when it cannot do a command: WebDriver's name of the error, and words."""


class Wire(Protocol):
    """A connection to an engine."""

    def send(self, command: str, **parameters: Any) -> Any:
        """Send a command by a name from COMMANDS. Returns its value; raises EngineError."""


class Marionette:
    """Firefox's socket: each message is its length, a colon and a JSON list."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=SILENCE)
        self._incoming = self._socket.makefile("rb")
        self._count = 0
        self._receive()  # Firefox begins by saying who it is

    def send(self, command: str, **parameters: Any) -> Any:
        """See Wire. Commands of Firefox's own have a colon in their names."""
        self._count += 1
        name = command if ":" in command else f"WebDriver:{command}"
        message = json.dumps([0, self._count, name, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._receive()
        if error:
            raise EngineError(f"{error['error']}: {error['message']}")
        return result["value"] if isinstance(result, dict) and set(result) == {"value"} else result

    def _receive(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            byte = self._incoming.read(1)
            if not byte:
                raise EngineError("Firefox has closed the connection")
            length += byte
        return json.loads(self._incoming.read(int(length[:-1])))


class Http:
    """A driver's server."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=SILENCE)
        self._session = ""

    def send(self, command: str, **parameters: Any) -> Any:
        """See Wire."""
        method, place = COMMANDS[command]
        inside = "/".join(["/session", *filter(None, [self._session, place.format(**parameters)])])
        path = "/status" if command == "Status" else inside
        value = self._request(method, path, parameters)
        if command == "NewSession":
            self._session = value["sessionId"]
        return value

    def _request(self, method: str, path: str, parameters: Mapping[str, Any]) -> Any:
        body = json.dumps({name: value for name, value in parameters.items() if name != "id"})
        try:
            self._connection.request(method, path, body if method == "POST" else None)
            value = json.loads(self._connection.getresponse().read())["value"]
        except HTTPException as error:
            raise EngineError(f"the driver does not answer: {error}") from error
        if isinstance(value, dict) and "error" in value:
            raise EngineError(f"{value['error']}: {value['message']}")
        return value
