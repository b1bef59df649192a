"""From the trained network to the arrays of the model file. Embeddings are rounded to int8 with a scale a row; everything else stays float32."""
import numpy as np
import torch

import lemmas
import model_file
from features import lower, normalise


def quantise(network):
    """Rounds the embeddings in place, so that evaluation sees what is shipped; returns (int8 rows, scales)."""
    with torch.no_grad():
        weight = network.embedding.weight
        scale = (weight.abs().amax(1) / 127).clamp_min(1e-12)
        rows = torch.round(weight / scale.unsqueeze(1)).to(torch.int8)
        weight.copy_(rows.float() * scale.unsqueeze(1))
    return rows.numpy(), scale.numpy().astype(np.float32)


def linear(arrays, name, layer):
    """Weights are stored inputs x outputs, the order in which the C++ kernels read them."""
    arrays[name + ".weight"] = layer.weight.detach().numpy().T.astype(np.float32).copy()
    if layer.bias is not None:
        arrays[name + ".bias"] = layer.bias.detach().numpy().astype(np.float32)


def norm(arrays, name, layer):
    arrays[name + ".scale"] = layer.weight.detach().numpy().astype(np.float32)
    arrays[name + ".shift"] = layer.bias.detach().numpy().astype(np.float32)


def lexicon_arrays(arrays, lexicon, scripts):
    """Sorted 64-bit hashes of (upos, form) and the script that makes the lemma; scripts beyond the scored ones are appended."""
    number = {script: i for i, script in enumerate(scripts)}
    table = {}
    for (form, upos), lemma in sorted(lexicon.items()):
        script = lemmas.script_of(form, lemma)
        table.setdefault(lemmas.lexicon_hash(form, upos), number.setdefault(script, len(number)))
    keys = sorted(table)
    arrays["lexicon.hash"] = np.array(keys, np.uint64)
    arrays["lexicon.script"] = np.array([table[key] for key in keys], np.uint16)
    known = {lemmas.lexicon_hash(lemma, upos) for lemma, upos in lemmas.known_lemmas(lexicon)}
    arrays["lemmas.hash"] = np.array(sorted(known), np.uint64)
    arrays["scripts"] = "\n".join(number).encode()


def export(path, network, vocabulary, dictionary, lexicon, about):
    rows, scales = quantise(network)
    arrays = {"about": "\n".join(f"{k}\t{v}" for k, v in about.items()).encode()}
    for name in ("upos", "feats", "labels"):
        arrays[name] = "\n".join(vocabulary[name]).encode()
    lexicon_arrays(arrays, lexicon, vocabulary["scripts"])
    hashed = dictionary.hashed()
    arrays["features.hash"] = np.array([h for h, _ in hashed], np.uint32)
    arrays["features.row"] = np.array([r for _, r in hashed], np.uint32)
    arrays["embedding"], arrays["embedding.scale"] = rows, scales
    norm(arrays, "input_norm", network.input_norm)
    for i, (window, window_norm) in enumerate(zip(network.windows, network.window_norms)):
        linear(arrays, f"window{i}", window)
        norm(arrays, f"window_norm{i}", window_norm)
    for name in ("first_upos", "upos", "feats", "script", "tag_input", "gates", "arc_dependent", "arc_head", "arc_product", "label_dependent", "label_head", "label"):
        linear(arrays, name, getattr(network, name))
    if network.recurrent[1]:
        linear(arrays, "second_gates", network.second_gates)
    for name in ("arc_root", "distance", "label_root"):
        arrays[name] = getattr(network, name).detach().numpy().astype(np.float32)
    norm(arrays, "label_norm", network.label_norm)
    model_file.write(path, arrays)
