"""@HEADER@

derivative(field, x, directions) is the k-th derivative of that field at x along k directions, an array
like x; without directions the field itself. x is an array of floating point numbers; results have its shape.
"""
import numpy


#: field
def modified_field(derivative, x, h, *, order=@ORDER@@KEYWORDS@):
    """The sum of the terms up to the order."""
    return sum(terms(derivative, x, h, order=order@ARGUMENTS@).values())


#: field terms
def terms(derivative, x, h, *, order=@ORDER@@KEYWORDS@):
    """Each term c h^p F(t) with p < order, by its tree t."""
    _check(x, order, h=h@ARGUMENTS@)
    point = _Point(derivative, x)
    return {
        tree: coefficient * h**power * point.direction(tree)
        for power, coefficients in enumerate(_field_coefficients(@SYMBOLS@)[:order])
        for tree, coefficient in coefficients.items()
    }


#: field loss
def modified_loss(loss, derivative, x, h, *, order=@ORDER@@KEYWORDS@):
    """@LOSS@

    loss(field, x) is the loss L of that field, and the field is -grad L.
    """
    _check(x, order, h=h@ARGUMENTS@)
    point = _Point(derivative, x)
    return sum(
        coefficient * h**power * (point.contraction(field, children) if children else loss(field, x))
        for power, rows in enumerate(_loss_coefficients(@SYMBOLS@)[:order])
        for coefficient, field, children in rows
    )


#: field
def lie_bracket(derivative, x, first, second):
    """[A, B] = B'A - A'B of the fields named first and second, at x."""
    a, b = derivative(first, x, []), derivative(second, x, [])
    return derivative(second, x, [a]) - derivative(first, x, [b])


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
    """Derivatives of fields at a point along elementary differentials, each computed once."""

    def __init__(self, derivative, x):
        self.trees = _trees()
        self.derivative = derivative
        self.x = x
        self.directions = {}

    def direction(self, tree):
        """F(t)."""
        if tree not in self.directions:
            self.directions[tree] = self._along(*self.trees[tree])
        return self.directions[tree]

    def contraction(self, field, children):
        """D^k L[F(t1), ..., F(tk)] with k > 0."""
        slope = self._along(field, children[:-1])
        return -numpy.sum(slope * self.direction(children[-1]))

    def _along(self, field, children):
        value = numpy.asarray(self.derivative(field, self.x, [self.direction(child) for child in children]))
        if value.shape != numpy.shape(self.x):
            raise ValueError(
                f"given a derivative of {field} of shape {value.shape}, expected {numpy.shape(self.x)}, that of x"
            )
        return value


#: field terms loss
def _check(x, order, **numbers):
    if order not in range(1, @NEXT@):
        raise ValueError(f"given order {order!r}, expected 1 to @ORDER@; export a higher one with @EXPORT@ --order N")
    if not numpy.issubdtype(numpy.asarray(x).dtype, numpy.floating):
        raise ValueError(f"given x with {numpy.asarray(x).dtype}, expected an array of real floating point numbers")
    for name, number in numbers.items():
        if not numpy.isscalar(number) or not numpy.isreal(number) or isinstance(number, str):
            raise ValueError(f"given {name} = {number!r}, expected a real number, as {name}=0.1")
