"""Applying a network to sentences with given words, and scoring it. Also the reference the C++ parser is compared with."""
from collections import defaultdict

import torch

import decode
import lemmas

CANDIDATES, MARGIN = 8, 8.0
MEASURES = ("upos", "feats", "lemma", "uas", "las")


def encode_batch(batch, dictionary):
    longest = max(map(len, batch))
    ids = torch.zeros(len(batch), longest, 11, dtype=torch.long)
    mask = torch.zeros(len(batch), longest)
    for i, forms in enumerate(batch):
        ids[i, :len(forms)] = torch.tensor([dictionary.ids(f) for f in forms])
        mask[i, :len(forms)] = 1
    return ids, mask


def script_candidates(scores, scripts):
    """For each word the scripts among the best CANDIDATES that score at most MARGIN below the best, best first."""
    values, numbers = scores.topk(min(CANDIDATES, scores.shape[-1]), -1)
    near = (values >= values[..., :1] - MARGIN).sum(-1)
    return lambda b, t: [scripts[i] for i in numbers[b, t, :near[b, t]]]


def lemma_of(form, upos, candidates, lexicon, known):
    found = lemmas.lookup(lexicon, form, upos)
    return found if found is not None else lemmas.choose(form, upos, candidates, known)


def predict(network, sentences, vocabulary, dictionary, lexicon, feats_of):
    """Per sentence a list of (lemma, upos, feats, head, deprel). `feats_of[u]`: the numbers of the feature strings seen under UPOS u."""
    network.eval()
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    results = [None] * len(sentences)
    root = vocabulary["labels"].index("root")
    known = lemmas.known_lemmas(lexicon)
    blocked = torch.full((len(vocabulary["upos"]), len(vocabulary["feats"])), -1e4)
    for upos, numbers in enumerate(feats_of):
        blocked[upos, numbers] = 0
    with torch.no_grad():
        for start in range(0, len(order), 32):
            chosen = order[start:start + 32]
            ids, mask = encode_batch([sentences[i].forms for i in chosen], dictionary)
            x, _, state = network.encode(ids, mask)
            tags = network.upos(state).argmax(-1)
            feats = (network.feats(x) + blocked[tags]).argmax(-1)
            candidates = script_candidates(network.script(x), vocabulary["scripts"])
            arcs = network.arcs(state, mask)
            heads = torch.zeros_like(tags)
            for b, i in enumerate(chosen):
                n = len(sentences[i])
                scores = arcs[b, :n, :n + 1].clone()
                scores[torch.arange(n), torch.arange(1, n + 1)] = -1e4
                greedy = scores.argmax(-1).tolist()
                tree = greedy if decode.is_tree(greedy) else decode.best_tree(scores.numpy())
                heads[b, :n] = torch.tensor(tree)
            labels = network.labels(state, heads)
            labels[..., root] = -1e4
            labels = labels.argmax(-1)
            for b, i in enumerate(chosen):
                words = []
                for t, form in enumerate(sentences[i].forms):
                    tag, head = vocabulary["upos"][tags[b, t]], int(heads[b, t])
                    lemma = lemma_of(form, tag, candidates(b, t), lexicon, known)
                    label = "root" if head == 0 else vocabulary["labels"][labels[b, t]]
                    words.append((lemma, tag, vocabulary["feats"][feats[b, t]].partition(" ")[2], head, label))
                results[i] = words
    return results


def score(sentences, predictions):
    """source -> measure -> per cent; source `all` too. Feats are compared on the learned features only."""
    right, total = defaultdict(lambda: [0] * len(MEASURES)), defaultdict(int)
    for sentence, words in zip(sentences, predictions):
        for t, (lemma, upos, feats, head, label) in enumerate(words):
            attached = head == sentence.heads[t]
            hits = (upos == sentence.upos[t], feats == sentence.feats[t], lemma == sentence.lemmas[t] or sentence.lemmas[t] == "_",
                    attached, attached and label == sentence.deprels[t])
            for key in (sentence.source, "all"):
                total[key] += 1
                for m, hit in enumerate(hits):
                    right[key][m] += hit
    return {key: {m: round(100 * r / total[key], 2) for m, r in zip(MEASURES, right[key])} for key in sorted(right)}
