#!/usr/bin/python3
"""Trains the recogniser of names of one language: data/lang/<code>/names.bin.

    src/train/names.py --lang fr --ner DIR --treebanks DIR --corpora DIR --build build/release

Reads the texts with marked names, writes them as one training text, lets `train_names` learn from it with the parser and lists of this tree, and packs the weights.
"""
import argparse
import random
import struct
import subprocess
import tempfile
from pathlib import Path

import numpy as np

import model_file
import name_sources
import noise

PASSES, SEED = 5, 1
LABELS = 17
STEP = 127 / 3.2  # a weight of 1 as a whole number; weights beyond 3.2 are cut
SMALLEST = 0.15  # features whose weights are all smaller are left out


def noisy(examples, random):
    """Every eighth sentence a second time in capitals, as a headline or without accents: half of its names are lost otherwise."""
    changed = []
    for example in examples:
        if random.random() < 0.125 and len(example.forms) > 3:
            forms = [f or "x" for f in noise.noisy(example.forms, random)]
            changed.append(example._replace(forms=forms, article=""))
    return changed


def pack(raw, path):
    bytes_ = Path(raw).read_bytes()
    count = struct.unpack_from("<Q", bytes_)[0]
    hashes = np.frombuffer(bytes_, "<u4", count, 8)
    rows = np.frombuffer(bytes_, "<f4", count * (LABELS - 1), 8 + 4 * count).reshape(count, LABELS - 1)
    steps = np.frombuffer(bytes_, "<f4", (LABELS + 2) * LABELS, 8 + 4 * count + 4 * rows.size).reshape(LABELS + 2, LABELS)
    kept = np.abs(rows).max(axis=1) >= SMALLEST
    weights = np.clip(np.rint(rows[kept] * STEP), -127, 127).astype("int8")
    model_file.write(path, {"names.hash": hashes[kept], "names.weight": weights, "names.transition": np.rint(steps * STEP).astype("float32")})
    print(f"{path}: {int(kept.sum())} of {count} features")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", required=True, choices=sorted(name_sources.READERS))
    parser.add_argument("--ner", required=True, help="folder of *.iob2.xz")
    parser.add_argument("--treebanks", required=True, help="folder with en/train.conllu.xz: articles and licences of its sentences")
    parser.add_argument("--corpora", required=True, help="folder of wikinews_<lang>.jsonl.xz")
    parser.add_argument("--build", default="build/release", help="where `entente` and `train_names` are built")
    parser.add_argument("--out", help="default data/lang/<lang>/names.bin")
    parser.add_argument("--text", help="keep the training text here")
    options = parser.parse_args()
    root = Path(__file__).resolve().parents[2]
    build = Path(options.build) / "bin"
    examples = name_sources.READERS[options.lang](options.ner, options.treebanks, options.corpora, build)
    examples += noisy(examples, random.Random(SEED))
    with tempfile.TemporaryDirectory() as work:
        text = options.text or Path(work, "names.txt")
        name_sources.write(text, examples)
        raw = Path(work, "names.raw")
        subprocess.run([build / "train_names", root / "data", raw, text, str(PASSES), str(SEED)], check=True)
        pack(raw, options.out or root / "data" / "lang" / options.lang / "names.bin")


if __name__ == "__main__":
    main()
