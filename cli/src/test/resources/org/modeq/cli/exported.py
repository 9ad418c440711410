"""Runs an exported file on the losses of the tests and prints what it gives as JSON.

exported.py LANGUAGE JOB... with the jobs

terms FILE H FIELD=LOSS,... [SYMBOL=VALUE ...]    every term, the descent of the loss, the bracket of A and B
network FILE FOLDER                               f_1 to f_N of two losses on a network
slopes FILE LARGER SMALLER                        errors of one sweep at two step sizes
refused FILE                                      the messages of bad arguments
"""
import importlib.util
import json
import sys


def load(path):
    specification = importlib.util.spec_from_file_location("exported", path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


LOSSES = {
    "A": lambda p: p[0] ** 3 / 3 - p[0] * p[1] ** 2 + p[0] ** 2,
    "B": lambda p: p[0] * p[1] + p[1] ** 4 / 4,
    "W": lambda p: (p[0] ** 2 + p[1] ** 2) / 2,
}
POINT = [1 / 2, -1 / 3]


def with_torch():
    import torch

    torch.set_num_threads(1)

    def derivative(loss):
        """The k-th derivative of -grad loss at an array along k arrays."""

        def along(x, directions):
            variable = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            scalar = loss(variable)
            for direction in directions:
                (slope,) = torch.autograd.grad(scalar, variable, create_graph=True)
                scalar = (slope * torch.tensor(direction, dtype=torch.float64)).sum()
            if not scalar.requires_grad:
                return 0 * x
            (slope,) = torch.autograd.grad(scalar, variable, allow_unused=True)
            return 0 * x if slope is None else -slope.numpy()

        return along

    return torch, derivative


class Language:
    """How arrays are made and read, and how a file is called with losses."""

    def __init__(self, name):
        self.name = name
        if name == "jax":
            import jax

            jax.config.update("jax_enable_x64", True)
            import jax.numpy

            self.library = jax.numpy
            self.array = lambda values: jax.numpy.asarray(values, dtype=jax.numpy.float64)
        elif name == "pytorch":
            self.library, _ = with_torch()
            self.array = lambda values: self.library.tensor(values, dtype=self.library.float64)
        else:
            import numpy

            self.library = numpy
            self.array = numpy.asarray
            _, self.derivative = with_torch()

    def call(self, function, losses, x, *rest, **named):
        """One function of a file."""
        if self.name == "numpy":
            fields = {name: self.derivative(loss) for name, loss in losses.items()}

            def derivative(field, at, directions):
                return fields[field](at, directions)

            if function.__name__ == "modified_loss":
                return function(lambda field, at: losses[field](at), derivative, x, *rest, **named)
            return function(derivative, x, *rest, **named)
        single = set(losses) == {"f"}
        return function(losses["f"] if single else losses, x, *rest, **named)


def numbers(value):
    return [float(number) for number in value]


def terms(language, module, h, fields, symbols):
    losses = {field: LOSSES[loss] for field, loss in (pair.split("=") for pair in fields.split(","))}
    named = {name: float(value) for name, value in (pair.split("=") for pair in symbols)}
    x = language.array(POINT)
    found = {"terms": {}, "field": numbers(language.call(module.modified_field, losses, x, float(h), **named))}
    for tree, term in language.call(module.terms, losses, x, float(h), **named).items():
        found["terms"][tree] = numbers(term)
    found["first"] = numbers(language.call(module.modified_field, losses, x, float(h), order=1, **named))
    found["descent"] = []
    for i in range(2):
        ends = []
        for sign in (-1, 1):
            at = language.array([value + sign * 1e-5 * (j == i) for j, value in enumerate(POINT)])
            ends.append(float(language.call(module.modified_loss, losses, at, float(h), **named)))
        found["descent"].append((ends[0] - ends[1]) / 2e-5)
    if "A" in losses and "B" in losses:
        if language.name == "numpy":
            found["bracket"] = numbers(language.call(module.lie_bracket, losses, x, "A", "B"))
        else:
            found["bracket"] = numbers(module.lie_bracket(losses["A"], losses["B"], x))
    return found


def network(language, module, folder):
    """64-10-10 with tanh and cross-entropy; the losses of A and of B on their rows, parameters as four arrays or one."""
    with open(folder + "/network.json", encoding="ascii") as file:
        data = json.load(file)
    library = language.library if language.name != "numpy" else with_torch()[0]
    array = language.array if language.name != "numpy" else lambda v: library.tensor(v, dtype=library.float64)
    inputs, hidden, outputs = data["sizes"]
    shapes = [(inputs, hidden), (hidden,), (hidden, outputs), (outputs,)]

    def split(theta):
        parts, start = [], 0
        for shape in shapes:
            size = shape[0] * (shape[1] if len(shape) > 1 else 1)
            parts.append(theta[start : start + size].reshape(shape))
            start += size
        return parts

    def loss(task):
        rows, labels = array(data[task]["rows"]), data[task]["labels"]
        hot = array([[float(label == j) for j in range(outputs)] for label in labels])

        def mean(params):
            first, bias, second, shift = params if isinstance(params, list) else split(params)
            logits = library.tanh(rows @ first + bias) @ second + shift
            largest = library.amax(logits, 1)[:, None]
            total = largest[:, 0] + library.log(library.exp(logits - largest).sum(1))
            return (total - (logits * hot).sum(1)).mean()

        return mean

    losses = {"A": loss("A"), "B": loss("B")}
    theta = language.array(data["theta"])
    params = theta if language.name == "numpy" else split(theta)
    order = data["order"]
    sums = [[0.0] * len(data["theta"]) for _ in range(order)]
    for tree, term in language.call(module.terms, losses, params, 1.0, order=order).items():
        vertices = tree.count("A") + tree.count("B")
        parts = [term] if language.name == "numpy" else term
        flat = [float(number) for part in parts for number in part.reshape(-1)]
        sums[vertices - 1] = [a + b for a, b in zip(sums[vertices - 1], flat)]
    return {"fields": sums}


def slopes(language, module, *steps):
    """The distance of one sweep over A and B from the time-h flow of the field of each order, and without the bracket."""
    tanh = language.library.tanh
    losses = {"A": lambda p: tanh(LOSSES["A"](p)), "B": lambda p: tanh(LOSSES["B"](p) + p[0])}
    x = language.array(POINT)

    def flow(field, h):
        at, parts = x, 2
        for _ in range(parts):
            k1 = field(at)
            k2 = field(at + h / parts / 2 * k1)
            k3 = field(at + h / parts / 2 * k2)
            k4 = field(at + h / parts * k3)
            at = at + h / parts / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
        return at

    def without_bracket(p, h):
        series = module.terms(losses, p, h, order=2)
        return sum(term for tree, term in series.items() if tree not in ("A[B]", "B[A]"))

    def errors(h):
        end = x
        for task in ("A", "B"):
            end = end + module.terms({"A": losses[task], "B": losses[task]}, end, h, order=1)["A"] * h
        fields = {str(order): lambda p, n=order: module.modified_field(losses, p, h, order=n) for order in (1, 2, 3)}
        fields["no bracket"] = lambda p: without_bracket(p, h)
        return {name: float(((flow(field, h) - end) ** 2).sum()) ** 0.5 for name, field in fields.items()}

    return [errors(float(h)) for h in steps]


def refused(language, module):
    x = language.array(POINT)
    if language.name == "numpy":
        first = lambda field, at, directions: at
        short = lambda field, at, directions: at[:1]
        calls = [
            lambda: module.modified_field(first, x, 0.1, order=9),
            lambda: module.modified_field(first, x, 1j),
            lambda: module.modified_field(first, x * 1j, 0.1),
            lambda: module.modified_field(short, x, 0.1),
        ]
    else:
        loss = LOSSES["A"]
        calls = [
            lambda: module.modified_field(loss, x, 0.1, order=9),
            lambda: module.modified_field(loss, x, 1j),
            lambda: module.modified_field(loss, x * 1j, 0.1),
            lambda: module.modified_field({"A": loss}, x, 0.1),
            lambda: module.modified_field(loss, x, None),
        ]
    messages = []
    for call in calls:
        try:
            call()
            messages.append("nothing was refused")
        except ValueError as refusal:
            messages.append(str(refusal))
    return messages


def main(name, *jobs):
    language = Language(name)
    found = []
    for job in jobs:
        what, path, *rest = job.split(" ")
        module = load(path)
        if what == "terms":
            found.append(terms(language, module, rest[0], rest[1], rest[2:]))
        else:
            found.append({"network": network, "slopes": slopes, "refused": refused}[what](language, module, *rest))
    json.dump(found, sys.stdout)


main(*sys.argv[1:])
