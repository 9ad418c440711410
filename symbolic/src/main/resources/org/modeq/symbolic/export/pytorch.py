"""@HEADER@

@LOSSES@.
params is a tensor or a list of tensors of floating point numbers; results have its shape and no graph.
Losses need derivatives up to the order: at a kink, as of ReLU, automatic differentiation returns
numbers that are no derivatives.
"""
import torch


#: field
def modified_field(loss, params, h, *, order=@ORDER@@KEYWORDS@):
    """The sum of the terms up to the order."""
    series = terms(loss, params, h, order=order@ARGUMENTS@)
    columns = zip(*(_tensors(term) for term in series.values()))
    return _like(params, [sum(column) for column in columns])


#: field terms
def terms(loss, params, h, *, order=@ORDER@@KEYWORDS@):
    """Each term c h^p F(t) with p < order, by its tree t."""
    _check(order, h=h@ARGUMENTS@)
    series = _field_coefficients(@SYMBOLS@)[:order]
    point = _Point(_losses(loss), params, [tree for coefficients in series for tree in coefficients])
    return {
        tree: _like(params, [coefficient * h**power * part for part in point.direction(tree)])
        for power, coefficients in enumerate(series)
        for tree, coefficient in coefficients.items()
    }


#: field loss
def modified_loss(loss, params, h, *, order=@ORDER@@KEYWORDS@):
    """@LOSS@"""
    _check(order, h=h@ARGUMENTS@)
    series = _loss_coefficients(@SYMBOLS@)[:order]
    point = _Point(_losses(loss), params, [tree for rows in series for row in rows for tree in row[2]])
    value = 0
    for power, rows in enumerate(series):
        for coefficient, field, children in rows:
            value = value + coefficient * h**power * point.contraction(field, children).detach()
    return value


#: field
def lie_bracket(loss_a, loss_b, params):
    """[A, B] = B'A - A'B of the fields A = -grad loss_a and B = -grad loss_b, at params."""
    trees = {"A": ("A", ()), "B": ("B", ()), "A[B]": ("A", ("B",)), "B[A]": ("B", ("A",))}
    point = _Point({"A": loss_a, "B": loss_b}, params, ["A[B]", "B[A]"], trees)
    pairs = zip(point.direction("B[A]"), point.direction("A[B]"))
    return _like(params, [forth - back for forth, back in pairs])


#: field terms
def _field_coefficients(@SYMBOLS@):
    """c of the terms c h^p F(t): for p = 0, 1, ... by tree."""
    return (
@FIELD_COEFFICIENTS@
    )


#: field loss
def _loss_coefficients(@SYMBOLS@):
    """c of the terms c h^p D^k L_field[F(t1), ..., F(tk)]: for p = 0, 1, ... c, field and t1, ..., tk."""
    return (
@LOSS_COEFFICIENTS@
    )


#: field terms loss
def _trees():
    """By tree the field at its root and the trees upon it: F(t) is the k-th derivative of the field along these k."""
    return {
@TREES@
    }


#: field terms loss
class _Point:
    """Derivatives of losses at a point along elementary differentials, each computed once."""

    def __init__(self, losses, params, wanted, trees=None):
        self.trees = trees or _trees()
        self.losses = losses
        self.variables = [tensor.detach().requires_grad_(True) for tensor in _tensors(params)]
        self.params = _like(params, self.variables)
        self.gradients, self.directions = {}, {}
        self.extended, waiting = set(), list(wanted)
        while waiting:
            field, children = self.trees[waiting.pop()]
            self.extended.update((field, children[:k]) for k in range(len(children)))
            waiting.extend(children)

    def direction(self, tree):
        """F(t)."""
        if tree not in self.directions:
            self.directions[tree] = [-part.detach() for part in self._gradient(*self.trees[tree])]
        return self.directions[tree]

    def contraction(self, field, children):
        """D^k L[F(t1), ..., F(tk)], with a graph if it is differentiated again; L itself without children."""
        if children:
            slopes = self._gradient(field, children[:-1])
            return sum((slope * part).sum() for slope, part in zip(slopes, self.direction(children[-1])))
        value = self.losses[field](self.params)
        if not isinstance(value, torch.Tensor) or value.dim() > 0:
            raise ValueError(f"given a loss of {field} that is no scalar tensor, expected its mean or sum")
        return value

    def _gradient(self, field, children):
        key = field, children
        if key not in self.gradients:
            scalar = self.contraction(field, children)
            self.gradients[key] = self._differentiate(scalar, key in self.extended)
        return self.gradients[key]

    def _differentiate(self, scalar, again):
        """The gradient, with a graph if it is differentiated again; zeros where the scalar does not depend on a tensor."""
        found = [None] * len(self.variables)
        if scalar.requires_grad:
            found = torch.autograd.grad(
                scalar, self.variables, retain_graph=True, create_graph=again, allow_unused=True
            )
        pairs = zip(found, self.variables)
        return [torch.zeros_like(variable) if part is None else part for part, variable in pairs]


#: field terms loss
def _tensors(params):
    tensors = [params] if isinstance(params, torch.Tensor) else list(params)
    for tensor in tensors:
        if not isinstance(tensor, torch.Tensor) or not tensor.is_floating_point():
            given = tensor.dtype if isinstance(tensor, torch.Tensor) else type(tensor).__name__
            raise ValueError(f"given params with {given}, expected a tensor or a list of real floating point tensors")
    return tensors


#: field terms loss
def _like(params, tensors):
    return tensors[0] if isinstance(params, torch.Tensor) else list(tensors)


#: field terms loss
def _losses(loss):
    fields = @FIELDS@
    if callable(loss) and fields == ("f",):
        return {"f": loss}
    if not isinstance(loss, dict) or set(loss) != set(fields):
        given = sorted(loss) if isinstance(loss, dict) else type(loss).__name__
        raise ValueError(f"given {given} for the loss, expected a dictionary with a loss for each of {fields}")
    return loss


#: field terms loss
def _check(order, **numbers):
    if order not in range(1, @NEXT@):
        raise ValueError(f"given order {order!r}, expected 1 to @ORDER@; export a higher one with @EXPORT@ --order N")
    for name, number in numbers.items():
        tensor = isinstance(number, torch.Tensor) and number.dim() == 0 and not number.is_complex()
        if not tensor and not isinstance(number, (int, float)):
            raise ValueError(f"given {name} = {number!r}, expected a real number, as {name}=0.1")
