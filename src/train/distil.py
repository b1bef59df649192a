"""Learning from teachers: several networks of different seeds, averaged, tell how likely each tag, head and relation is.

A network that fits these distributions instead of the bare trees learns most of what the ensemble knows, and it can learn from text without trees as well, so that the shipped parser
sees news in training although the treebanks hold little of it.
"""
import torch

import evaluate
from network import Network

GOLD_SHARE = 0.5  # of the target distribution where a sentence has a tree; the rest is the teachers'
LONGEST = 80


class Ensemble:
    """Networks with the same answers behind the interface of one: scores are logarithms of their mean probabilities."""

    def __init__(self, paths, *shape):
        self.networks = []
        for path in paths:
            weights = torch.load(path)
            units = [len(weights[name]) // 6 if name in weights else 0 for name in ("gates.weight", "second_gates.weight")]
            network = Network(*shape, recurrent=units)
            network.load_state_dict(weights)
            network.eval()
            self.networks.append(network)

    def eval(self):
        pass

    def mean(self, scores):
        return torch.stack([s.softmax(-1) for s in scores]).mean(0).clamp_min(1e-12).log()

    def encode(self, ids, mask):
        encoded = [network.encode(ids, mask) for network in self.networks]
        return [e[0] for e in encoded], None, [e[2] for e in encoded]

    def upos(self, states):
        return self.mean([n.upos(s) for n, s in zip(self.networks, states)])

    def feats(self, xs):
        return self.mean([n.feats(x) for n, x in zip(self.networks, xs)])

    def script(self, xs):
        return self.mean([n.script(x) for n, x in zip(self.networks, xs)])

    def arcs(self, states, mask):
        return self.mean([n.arcs(s, mask) for n, s in zip(self.networks, states)])

    def labels(self, states, heads):
        return self.mean([n.labels(s, heads) for n, s in zip(self.networks, states)])


def worth_reading(sentence):
    """Whether a sentence without a tree is one: neither a stray line nor a list."""
    return 3 <= len(sentence) <= LONGEST and sum(form.isalpha() for form in sentence.forms) > len(sentence) / 2


def fill_in(sentences, predictions):
    """Gives sentences the words that the teachers predict for them."""
    for sentence, words in zip(sentences, predictions):
        sentence.lemmas, sentence.upos, sentence.feats, sentence.heads, sentence.deprels = map(list, zip(*words))


def soften(samples, ensemble, dictionary):
    """Sets `soft` of samples that have none: distributions [n, UPOS], [n, n + 1], [n, labels] as float16."""
    order = sorted(samples, key=lambda s: len(s.forms))
    with torch.no_grad():
        for start in range(0, len(order), 32):
            batch = order[start:start + 32]
            ids, mask = evaluate.encode_batch([s.forms for s in batch], dictionary)
            heads = torch.zeros(mask.shape, dtype=torch.long)
            for b, sample in enumerate(batch):
                heads[b, :len(sample.heads)] = torch.tensor(sample.heads)
            _, _, states = ensemble.encode(ids, mask)
            found = [scores.exp() for scores in (ensemble.upos(states), ensemble.arcs(states, mask), ensemble.labels(states, heads))]
            for b, sample in enumerate(batch):
                n = len(sample.forms)
                share = 0.0 if sample.sentence.silver else GOLD_SHARE
                upos, arcs, labels = found[0][b, :n], found[1][b, :n, :n + 1], found[2][b, :n]
                sample.soft = tuple(blend(soft, hard, share).half() for soft, hard in ((upos, sample.upos), (arcs, sample.heads), (labels, sample.labels)))


def blend(soft, hard, share):
    """soft [n, k] mixed with the one-hot rows of `hard`; a row without an answer (-1) stays as it is."""
    hard = torch.tensor(hard)
    sure = torch.zeros_like(soft).scatter_(1, hard.clamp_min(0).unsqueeze(1), 1.0)
    return torch.where((hard >= 0).unsqueeze(1), (1 - share) * soft + share * sure, soft)


def padded(softs, longest):
    """The distributions of a batch: [B, T, UPOS], [B, T, T + 1], [B, T, labels]; None where samples have none."""
    if softs[0] is None:
        return None
    made = []
    for kind in range(3):
        columns = longest + 1 if kind == 1 else softs[0][kind].shape[1]
        target = torch.zeros(len(softs), longest, columns)
        for b, soft in enumerate(softs):
            target[b, :soft[kind].shape[0], :soft[kind].shape[1]] = soft[kind].float()
        made.append(target)
    return made


def soft_loss(scores, target):
    return -(target * scores.log_softmax(-1)).sum(-1).mean()
