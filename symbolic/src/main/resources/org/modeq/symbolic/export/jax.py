"""@HEADER@

@LOSSES@.
params is a pytree of arrays of floating point numbers; results have its structure. All numbers may be
traced (h@SYMBOLS_TOO@). Double precision: jax.config.update("jax_enable_x64", True).
Losses need derivatives up to the order: at a kink, as of ReLU, automatic differentiation returns
numbers that are no derivatives.
"""
import jax
import jax.numpy as jnp


#: field
def modified_field(loss, params, h, *, order=@ORDER@@KEYWORDS@):
    """The sum of the terms up to the order."""
    series = terms(loss, params, h, order=order@ARGUMENTS@)
    return jax.tree_util.tree_map(lambda *parts: sum(parts), *series.values())


#: field terms
def terms(loss, params, h, *, order=@ORDER@@KEYWORDS@):
    """Each term c h^p F(t) with p < order, by its tree t."""
    _check(params, order, h=h@ARGUMENTS@)
    point = _Point(_losses(loss), params)
    return {
        tree: _scaled(coefficient * h**power, point.direction(tree))
        for power, coefficients in enumerate(_field_coefficients(@SYMBOLS@)[:order])
        for tree, coefficient in coefficients.items()
    }


#: field loss
def modified_loss(loss, params, h, *, order=@ORDER@@KEYWORDS@):
    """@LOSS@"""
    _check(params, order, h=h@ARGUMENTS@)
    point = _Point(_losses(loss), params)
    return sum(
        coefficient * h**power * point.contraction(field, children)
        for power, rows in enumerate(_loss_coefficients(@SYMBOLS@)[:order])
        for coefficient, field, children in rows
    )


#: field
def lie_bracket(loss_a, loss_b, params):
    """[A, B] = B'A - A'B of the fields A = -grad loss_a and B = -grad loss_b, at params."""
    trees = {"A": ("A", ()), "B": ("B", ()), "A[B]": ("A", ("B",)), "B[A]": ("B", ("A",))}
    point = _Point({"A": loss_a, "B": loss_b}, params, trees)
    return jax.tree_util.tree_map(jnp.subtract, point.direction("B[A]"), point.direction("A[B]"))


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

    def __init__(self, losses, params, trees=None):
        self.trees = trees or _trees()
        self.losses = losses
        self.params = params
        self.directions = {}

    def direction(self, tree):
        """F(t)."""
        if tree not in self.directions:
            field, children = self.trees[tree]
            slope = self._along(jax.grad(self.losses[field]), children)
            self.directions[tree] = _scaled(-1, slope)
        return self.directions[tree]

    def contraction(self, field, children):
        """D^k L[F(t1), ..., F(tk)]; L itself without children."""
        return self._along(self.losses[field], children)

    def _along(self, function, children):
        """The derivative of the function at the point along F(t1), ..., F(tk)."""
        for child in children:
            function = _derivative(function, self.direction(child))
        return function(self.params)


#: field terms loss
def _derivative(function, direction):
    return lambda params: jax.jvp(function, (params,), (direction,))[1]


#: field terms loss
def _scaled(factor, tree):
    return jax.tree_util.tree_map(lambda leaf: factor * leaf, tree)


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
def _check(params, order, **numbers):
    if order not in range(1, @NEXT@):
        raise ValueError(f"given order {order!r}, expected 1 to @ORDER@; export a higher one with @EXPORT@ --order N")
    for leaf in jax.tree_util.tree_leaves(params):
        if not jnp.issubdtype(jnp.result_type(leaf), jnp.floating):
            raise ValueError(f"given params with {jnp.result_type(leaf)}, expected real floating point arrays")
    for name, number in numbers.items():
        if number is None or jnp.ndim(number) > 0 or jnp.iscomplexobj(number):
            raise ValueError(f"given {name} = {number!r}, expected a real number, as {name}=0.1")
