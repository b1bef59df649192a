"""The model file: named arrays behind a checked header. src/syntax/model_file.cpp reads it; its layout is described there.

magic `ENTSYNTX`, u32 version, u32 number of arrays, u64 payload bytes, u64 checksum; then per array: u32 name length, u32 type (0 bytes, 1 int8,
2 float32, 3 uint32, 4 uint16, 5 uint64), u32 rows, u32 columns, the name, zeros to a multiple of 8, the values, zeros to a multiple of 8. Little-endian.
"""
import struct

import numpy as np

MAGIC, VERSION = b"ENTSYNTX", 1
TYPES = {"uint8": 0, "int8": 1, "float32": 2, "uint32": 3, "uint16": 4, "uint64": 5}


def checksum(payload):
    """FNV-1a over 64-bit words in four interleaved lanes, the lanes folded at the end."""
    words = np.frombuffer(payload, "<u8")
    words = np.concatenate((words, np.zeros(-len(words) % 4, "<u8"))).reshape(-1, 4)
    lanes = np.full(4, 0xCBF29CE484222325, "<u8")
    prime = np.uint64(0x100000001B3)
    for row in words:
        lanes = (lanes ^ row) * prime
    value = 0xCBF29CE484222325
    for lane in lanes:
        value = ((value ^ int(lane)) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


def write(path, arrays):
    """`arrays`: name -> bytes or numpy array of at most two dimensions (a vector is one row)."""
    payload = bytearray()
    pad = lambda: payload.extend(b"\0" * (-len(payload) % 8))
    for name, values in arrays.items():
        if isinstance(values, bytes):
            values = np.frombuffer(values, "uint8")
        values = np.atleast_2d(np.ascontiguousarray(values))
        encoded = name.encode()
        payload += struct.pack("<4I", len(encoded), TYPES[values.dtype.name], *values.shape) + encoded
        pad()
        payload += values.tobytes()
        pad()
    with open(path, "wb") as file:
        file.write(MAGIC + struct.pack("<IIQQ", VERSION, len(arrays), len(payload), checksum(bytes(payload))) + payload)
