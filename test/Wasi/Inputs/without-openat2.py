"""Runs a command on a kernel that seems to have no openat2, as those before Linux 5.6."""

import ctypes
import errno
import os
import struct
import sys

PR_SET_NO_NEW_PRIVS = 38
PR_SET_SECCOMP = 22
SECCOMP_MODE_FILTER = 2
SECCOMP_RET_ALLOW = 0x7FFF0000
SECCOMP_RET_ERRNO = 0x00050000
LOAD_WORD = 0x20
JUMP_IF_EQUAL = 0x15
RETURN = 0x06
# The same on every architecture.
OPENAT2 = 437


def instruction(code, if_true, if_false, operand):
    return struct.pack("=HBBI", code, if_true, if_false, operand)


def call(*arguments):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(*(ctypes.c_ulong(a) for a in arguments), 0, 0) != 0:
        sys.exit(f"prctl: {os.strerror(ctypes.get_errno())}")


# The number of the system call is the first word that a filter is given.
code = ctypes.create_string_buffer(
    instruction(LOAD_WORD, 0, 0, 0)
    + instruction(JUMP_IF_EQUAL, 0, 1, OPENAT2)
    + instruction(RETURN, 0, 0, SECCOMP_RET_ERRNO | errno.ENOSYS)
    + instruction(RETURN, 0, 0, SECCOMP_RET_ALLOW)
)
program = ctypes.create_string_buffer(struct.pack("@HP", 4, ctypes.addressof(code)))
call(PR_SET_NO_NEW_PRIVS, 1, 0)
call(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.addressof(program))
os.execvp(sys.argv[1], sys.argv[1:])
