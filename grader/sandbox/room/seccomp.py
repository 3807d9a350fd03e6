"""System calls that a notebook never needs, refused by the kernel: a second wall behind the namespaces.

Among them is every way to make namespaces or mounts, to look into another process, to keep something in the
kernel that outlives its process, and to hold memory that no limit counts. Sockets other than local ones and
IP are refused too: a virtual machine's own (vsock) does not care for network namespaces.
"""

from __future__ import annotations

import ctypes
import errno
import platform

PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 22, 2
ALLOW, KILL, REFUSE = 0x7FFF0000, 0x80000000, 0x00050000
LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16  # where the kernel puts them
NEW_NAMESPACES = 0x7E020080  # every CLONE_NEW* flag
SOCKET_FAMILIES = (1, 2, 10)  # AF_UNIX, AF_INET, AF_INET6
X32 = 0x40000000

ALIKE = {  # newer calls have one number everywhere
    "io_uring": (425, 426, 427),
    "mounts by descriptor": (428, 429, 430, 431, 432, 433, 442, 457, 458),
    "pidfd_getfd": (438,),
    "memfd_secret": (447,),
}
REFUSED = {  # name: the number on x86_64, on aarch64
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "kcmp": (312, 272),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "memfd_create": (319, 279),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "fanotify_init": (300, 262),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "syslog": (103, 116),
    "acct": (163, 89),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
}
MACHINES = {  # name: position in REFUSED, the kernel's name for it, clone, clone3, socket
    "x86_64": (0, 0xC000003E, 56, 435, 41),
    "aarch64": (1, 0xC00000B7, 220, 435, 198),
}


class Instruction(ctypes.Structure):
    """One step of the kernel's small filter language: what to do, where to go if so and if not, a constant."""

    _fields_ = (
        ("code", ctypes.c_uint16),
        ("if_so", ctypes.c_uint8),
        ("if_not", ctypes.c_uint8),
        ("constant", ctypes.c_uint32),
    )


class Program(ctypes.Structure):
    """The whole filter as the kernel wants it."""

    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.POINTER(Instruction)))


def filter_program() -> Program | None:
    """Build the filter that refuses these calls; on other machines than these there is no list."""
    steps = _filter(platform.machine())
    return Program(len(steps), (Instruction * len(steps))(*steps)) if steps else None


def forbid(libc: ctypes.CDLL, program: Program | None) -> None:
    """Put a filter before this process and all it starts."""
    if program is not None and libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "the kernel takes no system call filter")


def _filter(machine: str) -> list[Instruction]:
    if machine not in MACHINES:
        return []
    position, architecture, clone, clone3, socket = MACHINES[machine]
    numbers = [pair[position] for pair in REFUSED.values()] + [n for group in ALIKE.values() for n in group]
    refused = [step for number in numbers for step in _when(number, _refuse(errno.EPERM))]
    return [
        Instruction(LOAD, 0, 0, ARCHITECTURE),
        Instruction(EQUAL, 1, 0, architecture),
        Instruction(RETURN, 0, 0, KILL),
        Instruction(LOAD, 0, 0, NUMBER),
        Instruction(AT_LEAST, 0, 1, X32),
        _refuse(errno.ENOSYS),
        *refused,
        *_when(clone3, _refuse(errno.ENOSYS)),  # its flags are out of reach; libc falls back to clone
        *_when(clone, *_unless_any_bit(NEW_NAMESPACES)),
        *_when(socket, *_only_families()),
        Instruction(RETURN, 0, 0, ALLOW),
    ]


def _when(number: int, *steps: Instruction) -> list[Instruction]:
    return [Instruction(EQUAL, 0, len(steps), number), *steps]


def _refuse(error: int) -> Instruction:
    return Instruction(RETURN, 0, 0, REFUSE | error)


def _unless_any_bit(bits: int) -> list[Instruction]:
    load, allow = Instruction(LOAD, 0, 0, FIRST_ARGUMENT), Instruction(RETURN, 0, 0, ALLOW)
    return [load, Instruction(ANY_BIT, 1, 0, bits), allow, _refuse(errno.EPERM)]


def _only_families() -> list[Instruction]:
    load, allow = Instruction(LOAD, 0, 0, FIRST_ARGUMENT), Instruction(RETURN, 0, 0, ALLOW)
    tests = [
        Instruction(EQUAL, len(SOCKET_FAMILIES) - place, 0, family) for place, family in enumerate(SOCKET_FAMILIES)
    ]
    return [load, *tests, _refuse(errno.EAFNOSUPPORT), allow]
