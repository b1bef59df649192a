#!/usr/bin/python3
"""Trains a tagger, lemmatiser and dependency parser for one language and writes its model file.

usage: train.py --lang fr --treebanks DIR --out data/lang/fr [--passes 30] [--predictions DIR]
       train.py --lang fr --treebanks DIR --out data/lang/fr --teachers A/network.pt B/network.pt --silver news.conllu

DIR holds <lang>/train.conllu.xz, dev.conllu.xz, test.conllu.xz and lexicon/<lang>_*.tsv.xz. One seed, one thread: the same machine gives the same model.
"""
import argparse
import json
import math
import os
import time
from collections import Counter
from pathlib import Path
from random import Random

os.environ.setdefault("OMP_NUM_THREADS", "1")
import torch
from torch.nn import functional as F

import conllu
import distil
import evaluate
import headlines
import lemmas
import lexicons
import noise
import treebanks
from export import export
from features import FORM, LOWER, WORD_CLASS, Dictionary, lower, normalise
from network import Network

RATE, WARM_UP, FLOOR, SMOOTHING, NOISE = 2e-3, 200, 0.02, 0.03, 0.2
HEADLINE_NOISE = 0.4
HEADLINES = 0.7  # share of the sentences in the past tense that are also learned in the present (headlines.py)


def vocabularies(sentences):
    """The classes of each head, most frequent first. A feature string carries its UPOS: `VERB Mood=Ind|…`."""
    feats, scripts, labels, upos = Counter(), Counter(), Counter(), Counter()
    for s in sentences:
        upos.update(s.upos)
        labels.update(s.deprels)
        if s.source not in treebanks.SPOKEN:
            feats.update(f"{u} {f}" for u, f in zip(s.upos, s.feats))
        scripts.update(lemmas.script_of(f, l) for f, l in zip(s.forms, s.lemmas) if l != "_")
    ordered = lambda tally, least: [k for k, c in sorted(tally.items(), key=lambda item: (-item[1], item[0])) if c >= least]
    known = ordered(feats, 3)
    known += [f"{u} _" for u in sorted(upos) if f"{u} _" not in known]
    return {"upos": ordered(upos, 1), "feats": known, "scripts": ordered(scripts, 4), "labels": ordered(labels, 1)}


class Sample:
    """A sentence as numbers; -1 where nothing is to be learned."""

    def __init__(self, sentence, numbers):
        self.forms, self.heads, self.sentence = sentence.forms, sentence.heads, sentence
        unclear = lambda feats: sentence.source in treebanks.SPOKEN or (sentence.source in treebanks.NO_VOICE and "VerbForm=Part" in feats)
        self.upos = [numbers["upos"][u] for u in sentence.upos]
        self.feats = [-1 if unclear(f) else numbers["feats"].get(f"{u} {f}", -1) for u, f in zip(sentence.upos, sentence.feats)]
        self.scripts = [numbers["scripts"].get(lemmas.script_of(f, l), -1) for f, l in zip(sentence.forms, sentence.lemmas)]
        self.labels = [numbers["labels"][l] if h else -1 for l, h in zip(sentence.deprels, sentence.heads)]
        self.soft = None  # distributions of the teachers (distil.py)

    def arrays(self, random, numbers):
        """forms, upos, feats, scripts, heads, labels, soft; with probability NOISE of a noisy variant."""
        if random.random() >= (HEADLINE_NOISE if self.sentence.headline else NOISE):
            return self.forms, self.upos, self.feats, self.scripts, self.heads, self.labels, self.soft
        if random.randrange(7) == 0:
            cut = -1 if noise.final_punctuation(self.sentence) else None
            soft = self.soft and (self.soft[0][:cut], self.soft[1][:cut, :cut], self.soft[2][:cut])
            return *(a[:cut] for a in (self.forms, self.upos, self.feats, self.scripts, self.heads, self.labels)), soft
        forms = noise.noisy(self.forms, random)
        scripts = [s if f == old else numbers["scripts"].get(lemmas.script_of(f, l), -1)
                   for f, old, s, l in zip(forms, self.forms, self.scripts, self.sentence.lemmas)]
        return forms, self.upos, self.feats, scripts, self.heads, self.labels, self.soft


def batches(samples, words, random):
    """Sentences of similar length together, about `words` words a batch, batches in random order."""
    order = sorted(samples, key=lambda s: len(s.forms) * random.uniform(0.9, 1.1))
    packed, current = [], []
    for sample in order:
        if current and len(sample.forms) * (len(current) + 1) > words:
            packed.append(current)
            current = []
        current.append(sample)
    packed.append(current)
    random.shuffle(packed)
    return packed


def tensors(batch, dictionary, numbers, random):
    rows = [s.arrays(random, numbers) for s in batch]
    ids, mask = evaluate.encode_batch([r[0] for r in rows], dictionary)
    targets = [torch.full(mask.shape, -1, dtype=torch.long) for _ in range(5)]
    for b, row in enumerate(rows):
        for target, values in zip(targets, row[1:6]):
            target[b, :len(values)] = torch.tensor(values)
    return ids, mask, targets, distil.padded([row[6] for row in rows], mask.shape[1])


def drop_forms(ids, probability):
    """Replaces form, lower-cased form and (less often) word class by the unknown ones, rare forms more often."""
    drop = torch.rand(ids.shape[:2]) < probability[ids[:, :, LOWER]]
    ids[:, :, LOWER] = ids[:, :, LOWER].masked_fill(drop, LOWER)
    ids[:, :, FORM] = ids[:, :, FORM].masked_fill(drop, FORM)
    ids[:, :, WORD_CLASS] = ids[:, :, WORD_CLASS].masked_fill(torch.rand(ids.shape[:2]) < 0.05, WORD_CLASS)
    return ids


def known_loss(scores, targets):
    """Cross entropy over the words that have a target; 0 if none has."""
    return F.cross_entropy(scores, targets, ignore_index=-1, reduction="sum") / max(1, int((targets >= 0).sum()))


def loss_of(network, ids, mask, targets, soft, blocked):
    upos, feats, scripts, heads, labels = targets
    x, guess, state = network.encode(ids, mask)
    real = mask.bool()
    x, tags = x[real], upos[real]
    total = 0.5 * F.cross_entropy(guess[real], tags, label_smoothing=SMOOTHING)
    total = total + 0.5 * known_loss(network.feats(x) + blocked[tags], feats[real])
    total = total + 0.5 * known_loss(network.script(x), scripts[real])
    related = labels[real] >= 0
    upos_scores, arcs = network.upos(state)[real], network.arcs(state, mask)[real]
    label_scores = network.labels(state, heads.clamp_min(0))[real][related]
    if soft:
        total = total + distil.soft_loss(upos_scores, soft[0][real]) + 1.5 * distil.soft_loss(arcs, soft[1][real])
    else:
        total = total + F.cross_entropy(upos_scores, tags, label_smoothing=SMOOTHING) + 1.5 * F.cross_entropy(arcs, heads[real])
    if len(label_scores):
        total = total + (distil.soft_loss(label_scores, soft[2][real][related]) if soft
                         else F.cross_entropy(label_scores, labels[real][related], label_smoothing=SMOOTHING))
    return total


def train(arguments):
    torch.set_num_threads(1)
    torch.manual_seed(arguments.seed)
    random = Random(arguments.seed)
    language = arguments.lang
    sentences = treebanks.training(arguments.treebanks, language, arguments.spoken)
    sentences += headlines.variants(sentences, language, HEADLINES, Random(1))  # the same for every seed: teachers share a dictionary
    dev = treebanks.part(arguments.treebanks, language, "dev")
    entries = treebanks.form_lexicon(arguments.treebanks, language)
    listed = {lower(normalise(form)) for form, *_ in entries}
    further = [e for e in lexicons.entries(language) if lower(normalise(e[0])) not in listed]
    classes = treebanks.word_classes(entries + further)
    lexicon = lemmas.lexicon(treebanks.lemma_entries(sentences, entries, further))
    vocabulary = vocabularies(sentences)
    numbers = {name: {value: i for i, value in enumerate(values)} for name, values in vocabulary.items()}
    feats_of = [[i for i, f in enumerate(vocabulary["feats"]) if f.split()[0] == u] for u in vocabulary["upos"]]
    blocked = torch.full((len(vocabulary["upos"]), len(vocabulary["feats"])), -1e4)
    for upos, allowed in enumerate(feats_of):
        blocked[upos, allowed] = 0
    dictionary = Dictionary(Counter(f for s in sentences for f in s.forms), classes)
    probability = torch.tensor([max(0.1, 0.375 / (0.25 + c)) if c else 0.0 for c in dictionary.counts])
    shape = len(dictionary.counts), *(len(vocabulary[n]) for n in ("upos", "feats", "scripts", "labels"))
    network = Network(*shape, recurrent=arguments.recurrent)
    words = sum(map(len, sentences))
    if arguments.teachers:
        teachers = distil.Ensemble(arguments.teachers, *shape)
        found = evaluate.predict(teachers, dev, vocabulary, dictionary, lexicon, feats_of)
        print("teachers", json.dumps(evaluate.score(dev, found)["all"]), flush=True)
        silver = [s for path in arguments.silver for s in conllu.read(path) if distil.worth_reading(s)]
        distil.fill_in(silver, evaluate.predict(teachers, silver, vocabulary, dictionary, lexicon, feats_of))
        for sentence in silver:
            sentence.silver, sentence.source = True, "silver"
        print(f"{len(silver)} sentences, {sum(map(len, silver))} words without trees", flush=True)
        sentences += silver
    samples = [Sample(s, numbers) for s in sentences]
    if arguments.teachers:
        distil.soften(samples, teachers, dictionary)
    print(f"{len(sentences)} sentences, {words} words, {len(dictionary.counts)} rows, lexicon {len(lexicon)}, "
          + ", ".join(f"{len(v)} {k}" for k, v in vocabulary.items()), flush=True)

    sparse = torch.optim.SparseAdam([network.embedding.weight], lr=RATE, betas=(0.9, 0.99))
    dense = torch.optim.Adam(network.dense_parameters(), lr=RATE, betas=(0.9, 0.99))
    steps = arguments.passes * len(batches(samples, arguments.batch, Random(0)))
    about = {"language": language, "architecture": "embeddings, 2 windows, QRNN, biaffine", "training words": words, "passes": arguments.passes,
             "seed": arguments.seed, "sources": " ".join(sorted({s.source for s in sentences}))}
    out = Path(arguments.out)
    out.mkdir(parents=True, exist_ok=True)
    step, began = 0, time.process_time()
    for number in range(1, arguments.passes + 1):
        network.train()
        sum_of_losses = 0.0
        for batch in (packed := batches(samples, arguments.batch, random)):
            progress = min(1.0, step / steps)
            rate = RATE * min((step + 1) / WARM_UP, FLOOR + (1 - FLOOR) * 0.5 * (1 + math.cos(math.pi * progress)))
            for group in sparse.param_groups + dense.param_groups:
                group["lr"] = rate
            ids, mask, targets, soft = tensors(batch, dictionary, numbers, random)
            loss = loss_of(network, drop_forms(ids, probability), mask, targets, soft, blocked)
            sparse.zero_grad(set_to_none=True)
            dense.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.dense_parameters(), 5.0)
            sparse.step()
            dense.step()
            sum_of_losses += loss.item()
            step += 1
        line = f"pass {number} loss {sum_of_losses / len(packed):.3f} cpu {time.process_time() - began:.0f}"
        if number % arguments.every == 0 and number < arguments.passes:
            some = dev[:: max(1, len(dev) // 500)]
            found = evaluate.predict(network, some, vocabulary, dictionary, lexicon, feats_of)
            line += " " + json.dumps(evaluate.score(some, found)["all"])
        print(line, flush=True)
        if number == arguments.early:
            kept = {k: v.clone() for k, v in network.state_dict().items()}
            export(out / "model.bin", network, vocabulary, dictionary, lexicon, {**about, "passes": number})
            network.load_state_dict(kept)
    torch.save(network.state_dict(), str(out / "network.pt")) if arguments.keep else None
    export(out / "model.bin", network, vocabulary, dictionary, lexicon, about)
    for name in ("dev", "test"):
        gold = treebanks.part(arguments.treebanks, language, name)
        found = evaluate.predict(network, gold, vocabulary, dictionary, lexicon, feats_of)
        print(name, json.dumps(evaluate.score(gold, found), indent=1), flush=True)
        if arguments.predictions:
            Path(arguments.predictions).mkdir(parents=True, exist_ok=True)
            conllu.write(Path(arguments.predictions) / f"{language}_{name}.conllu", gold, found)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", required=True)
    parser.add_argument("--treebanks", required=True)
    parser.add_argument("--out", required=True, help="folder for model.bin")
    parser.add_argument("--passes", type=int, default=30)
    parser.add_argument("--batch", type=int, default=1000, help="words a batch")
    parser.add_argument("--recurrent", type=int, nargs=2, default=(128, 112), metavar="UNITS", help="units of the two recurrent layers each way; 0 for none")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=5, help="passes between looks at 500 development sentences")
    parser.add_argument("--early", type=int, default=0, help="also write model.bin after this pass")
    parser.add_argument("--keep", action="store_true", help="keep the network's weights in network.pt, for --teachers")
    parser.add_argument("--spoken", action="store_true", help="train on transcripts of speech too")
    parser.add_argument("--teachers", nargs="*", default=[], help="network.pt files of earlier runs with --keep and the same data")
    parser.add_argument("--silver", nargs="*", default=[], help="tokenised sentences without trees (CoNLL-U) to learn from the teachers")
    parser.add_argument("--predictions", help="folder for the parsed dev and test files")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
