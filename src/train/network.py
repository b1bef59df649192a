"""The network: summed embeddings, two window layers, two bidirectional QRNN layers, biaffine arcs. src/syntax/network.cpp applies it."""
import torch
from torch import nn
from torch.nn import functional as F

WIDTH, ARC, LABEL = 128, 128, 96
BUCKET_LIMITS = (1, 2, 3, 4, 6, 9, 14, 24)
BUCKETS = 2 * (len(BUCKET_LIMITS) + 1)


def bucket_table(longest):
    """bucket[i, j] for dependent i and head j (0 is the root, which has the last bucket): signed distance, coarser when far."""
    dependent = torch.arange(1, longest + 1).unsqueeze(1)
    head = torch.arange(0, longest + 1).unsqueeze(0)
    distance = head - dependent
    size = torch.bucketize(distance.abs(), torch.tensor(BUCKET_LIMITS))
    table = torch.where(distance > 0, size + BUCKETS // 2, size)
    table[:, 0] = BUCKETS
    return table


class Network(nn.Module):
    def __init__(self, rows, upos, feats, scripts, labels, recurrent, dropout=0.25):
        """`recurrent`: units each way of the first and of the second QRNN layer; 0 leaves the second one out."""
        super().__init__()
        self.recurrent = recurrent
        self.embedding = nn.EmbeddingBag(rows, WIDTH, mode="sum", sparse=True)
        nn.init.normal_(self.embedding.weight, std=0.3)
        self.input_norm = nn.LayerNorm(WIDTH)
        self.windows = nn.ModuleList(nn.Linear(3 * WIDTH, 2 * WIDTH) for _ in range(2))
        self.window_norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in range(2))
        self.first_upos = nn.Linear(WIDTH, upos)
        self.feats = nn.Linear(WIDTH, feats)
        self.script = nn.Linear(WIDTH, scripts)
        self.tag_input = nn.Linear(upos, WIDTH, bias=False)
        first, second = recurrent
        self.gates = nn.Linear(WIDTH, 6 * first)
        state = 2 * first + WIDTH
        if second:
            self.second_gates = nn.Linear(state, 6 * second)
            state = 2 * second + state
        self.upos = nn.Linear(state, upos)
        self.arc_dependent = nn.Linear(state, ARC)
        self.arc_head = nn.Linear(state, ARC)
        self.arc_product = nn.Linear(ARC, ARC)
        self.arc_root = nn.Parameter(torch.zeros(ARC))
        self.distance = nn.Parameter(torch.zeros(BUCKETS + 1))
        self.label_dependent = nn.Linear(state, LABEL)
        self.label_head = nn.Linear(state, LABEL, bias=False)
        self.label_root = nn.Parameter(torch.zeros(LABEL))
        self.label_norm = nn.LayerNorm(LABEL)
        self.label = nn.Linear(LABEL, labels)
        self.dropout = nn.Dropout(dropout)

    def dense_parameters(self):
        return [p for name, p in self.named_parameters() if not name.startswith("embedding")]

    def recur(self, gates, mask):
        """c = f c + (1 - f) z both ways at once; padding keeps c at 0. Gates [B, T, 6 units] -> [B, T, 2 units]."""
        batch, length, width = gates.shape
        gates = gates.view(batch, length, 2, 3, width // 6)
        gates = torch.stack((gates[:, :, 0], gates[:, :, 1].flip(1)), 2)
        order = torch.stack((mask, mask.flip(1)), 2).unsqueeze(-1)
        forget = torch.sigmoid(gates[:, :, :, 1]) * order
        fresh = (1 - forget) * torch.tanh(gates[:, :, :, 0]) * order
        state, states = torch.zeros(batch, 2, width // 6), []
        for f, z in zip(forget.unbind(1), fresh.unbind(1)):
            state = torch.addcmul(z, f, state)
            states.append(state)
        out = torch.stack(states, 1) * torch.sigmoid(gates[:, :, :, 2])
        return torch.cat((out[:, :, 0], out[:, :, 1].flip(1)), -1)

    def encode(self, ids, mask):
        """ids [B, T, 11], mask [B, T] -> word state after the windows, first guess of the UPOS from these, full state."""
        batch, length, types = ids.shape
        keep = mask.unsqueeze(-1)
        x = self.embedding(ids.view(-1, types)).view(batch, length, WIDTH)
        x = self.dropout(self.input_norm(x)) * keep
        for window, norm in zip(self.windows, self.window_norms):
            padded = F.pad(x, (0, 0, 1, 1))
            sums = window(torch.cat((padded[:, :-2], x, padded[:, 2:]), -1))
            x = (x + self.dropout(norm(torch.maximum(sums[..., :WIDTH], sums[..., WIDTH:])))) * keep
        guess = self.first_upos(x)
        tagged = (x + self.tag_input(torch.softmax(guess, -1))) * keep
        state = torch.cat((self.dropout(self.recur(self.gates(tagged), mask)), tagged), -1)
        if self.recurrent[1]:
            state = torch.cat((self.dropout(self.recur(self.second_gates(state), mask)), state), -1)
        return x, guess, state

    def arcs(self, state, mask):
        """Scores [B, T, T + 1] of the heads of each word; padding heads are out of reach."""
        dependent = self.dropout(F.silu(self.arc_dependent(state)))
        head = self.dropout(F.silu(self.arc_head(state)))
        head = torch.cat((self.arc_root.expand(len(head), 1, -1), head), 1)
        scores = torch.bmm(self.arc_product(dependent), head.transpose(1, 2)) / ARC ** 0.5
        scores = scores + self.distance[bucket_table(state.shape[1])]
        out = torch.cat((torch.ones(len(mask), 1), mask), 1).unsqueeze(1) == 0
        return scores.masked_fill(out, -1e4)

    def labels(self, state, heads):
        """Scores [B, T, L] of the relations of each word to its head (0 is the root)."""
        head = self.label_head(state)
        head = torch.cat((self.label_root.expand(len(head), 1, -1), head), 1)
        chosen = torch.gather(head, 1, heads.unsqueeze(-1).expand(-1, -1, LABEL))
        return self.label(self.dropout(F.silu(self.label_norm(self.label_dependent(state) + chosen))))
