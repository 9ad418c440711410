package org.modeq.symbolic.latex;

import java.util.Set;

/**
 * A name for a symbol, in LaTeX: letters, digits, the usual signs and commands for letters, with exponents, indices and
 * primes. What is none of these is refused, so that a name can neither break a formula nor run anything.
 *
 * @param latex the name as an atom: exponents and indices may be put on it, and a letter may follow
 */
record LatexName(String latex) {
    private static final int LONGEST = 60;
    private static final String SIGNS = "*+-/().,|";

    /** Commands that take one argument, known to KaTeX and amsmath. */
    private static final Set<String> WITH_ARGUMENT = Set.of(
            "mathcal",
            "mathrm",
            "mathbf",
            "mathbb",
            "mathfrak",
            "mathsf",
            "mathit",
            "boldsymbol",
            "operatorname",
            "text",
            "tilde",
            "hat",
            "bar",
            "dot",
            "ddot",
            "vec",
            "breve",
            "check",
            "acute",
            "grave",
            "widetilde",
            "widehat",
            "overline",
            "underline");

    private static final Set<String> SYMBOLS = Set.of(
            "alpha",
            "beta",
            "gamma",
            "delta",
            "epsilon",
            "varepsilon",
            "zeta",
            "eta",
            "theta",
            "vartheta",
            "iota",
            "kappa",
            "lambda",
            "mu",
            "nu",
            "xi",
            "pi",
            "varpi",
            "rho",
            "varrho",
            "sigma",
            "varsigma",
            "tau",
            "upsilon",
            "phi",
            "varphi",
            "chi",
            "psi",
            "omega",
            "Gamma",
            "Delta",
            "Theta",
            "Lambda",
            "Xi",
            "Pi",
            "Sigma",
            "Upsilon",
            "Phi",
            "Psi",
            "Omega",
            "ell",
            "hbar",
            "imath",
            "jmath",
            "Re",
            "Im",
            "prime",
            "star",
            "ast",
            "dagger",
            "circ",
            "bullet",
            "infty",
            "perp",
            "top",
            "parallel",
            "cdot",
            "nabla",
            "partial",
            ",",
            ";",
            "!");

    /** Reads a name for a symbol. */
    static LatexName parse(String symbol, String latex) {
        return new Reader(symbol, latex.strip()).read();
    }

    private static final class Reader {
        private final String symbol;
        private final String latex;
        private int position;

        private Reader(String symbol, String latex) {
            this.symbol = symbol;
            this.latex = latex;
        }

        private LatexName read() {
            if (latex.isEmpty() || latex.length() > LONGEST) {
                throw wrong(latex.isEmpty() ? "it is empty" : "it has " + latex.length() + " characters");
            }
            boolean isSingle = atom();
            boolean hasScripts = scripts();
            boolean isAtom = isSingle && !hasScripts && position == latex.length();
            while (position < latex.length()) {
                if (latex.charAt(position) == '}') {
                    throw wrong("a brace is closed that was not opened");
                }
                atom();
                scripts();
            }
            return new LatexName(isAtom ? (endsInCommand() ? latex + " " : latex) : "{" + latex + "}");
        }

        private boolean endsInCommand() {
            return latex.matches("\\\\[A-Za-z]+");
        }

        /** A letter, a group, or a command with its argument; whether something can be put on it. */
        private boolean atom() {
            char first = next();
            if (first == '{') {
                int start = position;
                while (position >= latex.length() || peek() != '}') {
                    atom();
                    scripts();
                }
                position++;
                return position - start > 1;
            }
            if (first == '\\') {
                return command();
            }
            boolean isLetter = String.valueOf(first).matches("[A-Za-z0-9]");
            if (!isLetter && first != ' ' && SIGNS.indexOf(first) < 0) {
                throw wrong("'" + first + "' has no place there");
            }
            return isLetter;
        }

        private boolean command() {
            int start = position;
            while (position < latex.length() && Character.isLetter(latex.charAt(position))) {
                position++;
            }
            position = Math.max(position, Math.min(start + 1, latex.length()));
            String name = latex.substring(start, position);
            while (peek() == ' ') {
                position++;
            }
            if (WITH_ARGUMENT.contains(name)) {
                if (peek() == '}' || !atom()) {
                    throw wrong("\\" + name + " needs a letter or a group behind it");
                }
                return true;
            }
            if (!SYMBOLS.contains(name)) {
                throw wrong("\\" + name + " is not a command for a letter");
            }
            return Character.isLetter(name.charAt(0));
        }

        /** Primes, then an exponent and an index, each at most once. */
        private boolean scripts() {
            int start = position;
            while (peek() == '\'') {
                position++;
            }
            boolean hasExponent = false;
            boolean hasIndex = false;
            while (peek() == '^' || peek() == '_') {
                boolean isExponent = next() == '^';
                if (isExponent ? hasExponent : hasIndex) {
                    throw wrong("there are two " + (isExponent ? "exponents" : "indices") + " on one letter");
                }
                hasExponent |= isExponent;
                hasIndex |= !isExponent;
                if (peek() == ' ' || peek() == '}' || !atom()) {
                    throw wrong("an exponent or index needs a letter or a group behind it");
                }
            }
            if (peek() == '\'') {
                throw wrong("primes stand before exponents and indices");
            }
            return position > start;
        }

        private char peek() {
            return position < latex.length() ? latex.charAt(position) : 0;
        }

        private char next() {
            if (position >= latex.length()) {
                throw wrong("a brace is open, or something is missing at its end");
            }
            return latex.charAt(position++);
        }

        private IllegalArgumentException wrong(String why) {
            return new IllegalArgumentException("given the name " + symbol + "=" + latex + ", where " + why
                    + "; expected at most " + LONGEST
                    + " characters of LaTeX for a symbol, as L=\\mathcal{L}, h=\\eta or"
                    + " theta=w");
        }
    }
}
