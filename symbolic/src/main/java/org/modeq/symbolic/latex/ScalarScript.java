package org.modeq.symbolic.latex;

import java.util.List;
import java.util.Optional;
import org.modeq.symbolic.modified.HamiltonianForm;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.FreeTree;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TwoLeggedTree;

/** How the scalars of loss forms and Hamiltonian forms, and the matrices of metric forms, are written in a script. */
interface ScalarScript {
    ScalarScript TEXT = new InText();
    ScalarScript LATEX = latex(LatexStyle.of(LatexView.DEFAULT_WIDTH));

    /** The script of everything else. */
    Script script();

    /** Whether this is LaTeX. */
    boolean isLatex();

    /** A separator or fence. */
    Piece sign(Sign sign);

    /** The k-th derivative of a loss without its directions, k ≥ 3; the loss itself for k = 0. */
    Piece loss(Colour colour, int derivative);

    /** The k-th derivative of a Hamiltonian without its directions; without a colour it is the only one. */
    Piece hamiltonian(Optional<Colour> colour, int derivative);

    /** An exponent. */
    Piece exponent(int exponent);

    /** L̃ and H̃, with the sign of equality behind. */
    String leftSide(String scalar);

    /** M, with the sign of equality behind. */
    String matrixSide();

    /** R, with the sign of equality behind. */
    String remainderSide();

    /** Commas and fences; widths in LaTeX are in em. */
    enum Sign {
        COMMA(",", ",", 0.45),
        OPEN("(", "(", 0.39),
        CLOSE(")", ")", 0.39),
        OPEN_BRACKET("[", "[", 0.28),
        CLOSE_BRACKET("]", "]", 0.28),
        OPEN_PRODUCT("⟨", "\\langle ", 0.39),
        CLOSE_PRODUCT("⟩", "\\rangle ", 0.39),
        OPEN_NORM("‖", "\\|", 0.5),
        CLOSE_NORM("‖²", "\\|^{2}", 0.95),
        TIMES(" ", "\\,", 0.17),
        SYMMETRIC_PART("sym(", "\\operatorname{sym}(", 1.9),
        IDENTITY("I", "I", 0.44);

        private final String text;
        private final String latex;
        private final double width;

        Sign(String text, String latex, double width) {
            this.text = text;
            this.latex = latex;
            this.width = width;
        }
    }

    /** S(T): L, ‖v‖², ⟨u, v⟩ or ∇ᵏL[v₁, …, v_k]. */
    default Piece contraction(FreeTree tree) {
        RootedTree centre = tree.centre();
        if (centre.isVertex()) {
            return loss(centre.colour(), 0);
        }
        if (tree.halves().isEmpty()) {
            Piece head = loss(centre.colour(), centre.children().size());
            return list(head.then(sign(Sign.OPEN_BRACKET)), centre.children(), Notation.GRADIENT)
                    .then(sign(Sign.CLOSE_BRACKET));
        }
        List<RootedTree> halves = tree.halves().get();
        if (halves.get(0).equals(halves.get(1))) {
            return sign(Sign.OPEN_NORM)
                    .then(script().differential(halves.get(0), Notation.GRADIENT))
                    .then(sign(Sign.CLOSE_NORM));
        }
        return list(sign(Sign.OPEN_PRODUCT), halves, Notation.GRADIENT).then(sign(Sign.CLOSE_PRODUCT));
    }

    /** W: ∇²L, (∇²L)², ∇³L[∇L] or sym(∇²A ∇²B), equal neighbours as powers. */
    default Piece matrix(TwoLeggedTree tree) {
        List<RootedTree> stations = tree.stations();
        Piece product = tree.isPalindrome() ? Piece.EMPTY : sign(Sign.SYMMETRIC_PART);
        for (int i = 0; i < stations.size(); ) {
            RootedTree station = stations.get(i);
            int first = i;
            while (i < stations.size() && stations.get(i).equals(station)) {
                i++;
            }
            product = first == 0 ? product : product.then(sign(Sign.TIMES));
            product = product.then(i - first == 1 ? factor(station) : power(factor(station), i - first));
        }
        return tree.isPalindrome() ? product : product.then(sign(Sign.CLOSE));
    }

    private Piece power(Piece factor, int exponent) {
        return sign(Sign.OPEN).then(factor).then(sign(Sign.CLOSE)).then(exponent(exponent));
    }

    /** N(s): ∇²L or ∇ᵏL[…]. */
    private Piece factor(RootedTree station) {
        Piece head = loss(station.colour(), station.children().size() + 2);
        return station.isVertex()
                ? head
                : list(head.then(sign(Sign.OPEN_BRACKET)), station.children(), Notation.GRADIENT)
                        .then(sign(Sign.CLOSE_BRACKET));
    }

    /** H(t) = H⁽ᵐ⁾(F(t₁), …, F(t_m)). */
    default Piece elementary(RootedTree tree, HamiltonianForm<?> form) {
        boolean isOnly = form.isPartitioned() || form.method().fields().size() == 1;
        Optional<Colour> colour = isOnly ? Optional.empty() : Optional.of(tree.colour());
        Piece head = hamiltonian(colour, tree.children().size());
        return tree.isVertex()
                ? head
                : list(head.then(sign(Sign.OPEN)), tree.children(), Notation.FIELD)
                        .then(sign(Sign.CLOSE));
    }

    private Piece list(Piece head, List<RootedTree> trees, Notation notation) {
        Piece list = head;
        for (int i = 0; i < trees.size(); i++) {
            list = (i == 0 ? list : list.then(sign(Sign.COMMA))).then(script().differential(trees.get(i), notation));
        }
        return list;
    }

    /** Plain Unicode. */
    final class InText implements ScalarScript {
        private InText() {}

        @Override
        public Script script() {
            return new TextScript();
        }

        @Override
        public boolean isLatex() {
            return false;
        }

        @Override
        public Piece sign(Sign sign) {
            return TextScript.piece(sign.text);
        }

        @Override
        public Piece loss(Colour colour, int derivative) {
            String nabla = derivative == 0 ? "" : "∇" + TextScript.superscript(derivative);
            return TextScript.piece(nabla + TextScript.loss(colour));
        }

        @Override
        public Piece hamiltonian(Optional<Colour> colour, int derivative) {
            return TextScript.piece("H" + colour.map(name -> "_" + name).orElse("") + TextScript.primes(derivative));
        }

        @Override
        public Piece exponent(int exponent) {
            return TextScript.piece(TextScript.superscript(exponent));
        }

        @Override
        public String leftSide(String scalar) {
            return scalar + "̃ = ";
        }

        @Override
        public String matrixSide() {
            return "M = ";
        }

        @Override
        public String remainderSide() {
            return "R = ";
        }
    }

    /** LaTeX in a style. */
    static ScalarScript latex(LatexStyle style) {
        return new InLatex(style);
    }

    /** LaTeX; widths in em. */
    final class InLatex implements ScalarScript {
        private final LatexStyle style;
        private final LatexScript script;

        private InLatex(LatexStyle style) {
            this.style = style;
            this.script = new LatexScript(style);
        }

        @Override
        public Script script() {
            return script;
        }

        @Override
        public boolean isLatex() {
            return true;
        }

        @Override
        public Piece sign(Sign sign) {
            return new Piece(sign.latex, sign.width);
        }

        @Override
        public Piece loss(Colour colour, int derivative) {
            return script.loss(colour, derivative);
        }

        @Override
        public Piece hamiltonian(Optional<Colour> colour, int derivative) {
            String primes = derivative <= 3 ? "'".repeat(derivative) : "^{(" + derivative + ")}";
            return new Piece(
                    "H" + colour.map(script::subscript).orElse("") + primes,
                    0.83 + colour.map(script::width).orElse(0.0) + 0.3 * derivative);
        }

        @Override
        public Piece exponent(int exponent) {
            return new Piece("^{" + exponent + "}", 0.45);
        }

        @Override
        public String leftSide(String scalar) {
            return (scalar.equals("L") ? style.modifiedLoss() : "\\tilde " + scalar) + " &= ";
        }

        @Override
        public String matrixSide() {
            return "M &= ";
        }

        @Override
        public String remainderSide() {
            return "R &= ";
        }
    }
}
