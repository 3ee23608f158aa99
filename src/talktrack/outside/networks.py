"""Where a connection may go: public addresses, and the networks that the operator allows."""

from __future__ import annotations

import queue
import socket
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from talktrack.kit.errors import UserError

from .deadline import Deadline

SETTING = "TALKTRACK_ALLOW_NETWORKS"
Network = IPv4Network | IPv6Network
Address = IPv4Address | IPv6Address

# IANA's registries of special-purpose addresses, written out: what Python calls global differs between its versions.
_NEVER_4 = tuple(
    IPv4Network(n)
    for n in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",
        "100.64.0.0/10",  # shared by customers of one provider
        "127.0.0.0/8",
        "169.254.0.0/16",  # link-local; clouds tell their secrets there
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
_PUBLIC_6 = IPv6Network("2000::/3")
_NEVER_6 = tuple(
    IPv6Network(n)
    for n in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")  # the first holds Teredo, the third is 6to4
)
_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))


@dataclass(frozen=True)
class Networks:
    """The networks that are not public and that connections may go to all the same."""

    allowed: tuple[Network, ...] = ()
    closed: bool = False
    """Whether no connection may go anywhere at all."""

    def names(self, address: Address) -> bool:
        """Whether the operator has named the network of this address."""
        return any(address.version == n.version and address in n for n in self.allowed)

    def admits(self, address: Address) -> bool:
        """Whether a connection may go there: to that address and to any that is packed within it."""
        inner = _packed(address)
        return not self.closed and (self.names(address) or _public(address)) and (inner is None or self.admits(inner))


def networks(text: str) -> Networks:
    """The networks of a setting such as "127.0.0.0/8, 10.0.0.5"; "none" closes everything.

    Raises UserError for what is no network.
    """
    if text.strip().lower() == "none":
        return Networks(closed=True)
    found: list[Network] = []
    for part in text.replace(",", " ").split():
        try:
            found.append(ip_network(part, strict=False))
        except ValueError:
            raise UserError(
                f"{SETTING} names '{part[:60]}', which is no network. Write networks or addresses with commas "
                "between them, such as 127.0.0.0/8,10.0.0.5"
            ) from None
    return Networks(tuple(found))


def resolve(host: str, port: int, allowed: Networks, until: Deadline) -> tuple[Address, ...]:
    """The addresses of a host that a connection may go to, looked up once. Raises UserError where there is none."""
    if allowed.closed:
        raise UserError(f"No connection is opened from here: whoever runs Talktrack has set {SETTING}=none.")
    every = _looked_up(host, port, until)
    admitted = tuple(a for a in every if allowed.admits(a))
    if every and not admitted:
        raise UserError(_refused(host, every[0]))
    if not admitted:
        raise UserError(f"There is no server called “{host}”. Check how the address is spelt.")
    return admitted


def _looked_up(host: str, port: int, until: Deadline) -> tuple[Address, ...]:
    """What the system says, within the time. A lookup cannot be broken off, so a thread is left to its end."""
    answer: queue.SimpleQueue[tuple[str, ...]] = queue.SimpleQueue()

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.put(tuple(str(row[4][0]) for row in rows))
        except (OSError, UnicodeError):
            answer.put(())

    threading.Thread(target=ask, daemon=True).start()
    try:
        found = answer.get(timeout=until.left())
    except queue.Empty:
        raise UserError(
            f"Nobody could say in time where “{host}” is. Check your connection, then try again."
        ) from None
    return tuple(dict.fromkeys(_addresses(found)))


def _addresses(texts: Iterable[str]) -> Iterable[Address]:
    for text in texts:
        try:
            yield ip_address(text)
        except ValueError:
            continue


def _public(address: Address) -> bool:
    if isinstance(address, IPv4Address):
        return not any(address in n for n in _NEVER_4)
    return address in _PUBLIC_6 and not any(address in n for n in _NEVER_6)


def _packed(address: Address) -> IPv4Address | None:
    """The IPv4 address that a transition form carries (mapped, 6to4, NAT64), or None."""
    if isinstance(address, IPv4Address):
        return None
    if any(address in n for n in _NAT64):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def _refused(host: str, address: Address) -> str:
    where = f"“{host}” lies" if host == str(address) else f"“{host}” ({address}) lies"
    return (
        f"{where} on this machine or in a network of its own, and connections there are refused unless you allow "
        f"them. If it is your own server, start the workbook with {SETTING}={address} and try again."
    )
