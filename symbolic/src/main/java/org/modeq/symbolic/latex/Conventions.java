package org.modeq.symbolic.latex;

import java.util.Set;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.tree.Colour;

/** The conventions that every result states: the map, the sign of f, the sign of the bracket, the clock. */
public final class Conventions {
    private Conventions() {}

    /**
     * The conventions of a result in one line of plain text.
     *
     * @param method the optimizer
     * @return for example {@code θ ← θ + h f(θ); f = −∇L; [f,g] = g′f − f′g; time h per step}
     */
    public static String of(Method<?> method) {
        return of(method, Notation.usual(method));
    }

    /** The same, saying of losses only in the notation of gradients. */
    static String of(Method<?> method, Notation notation) {
        boolean single = method.fields().equals(Set.of(Colour.F));
        String losses = single ? "f = −∇L; " : "A = −∇L_A for each field; ";
        String field = notation == Notation.GRADIENT ? losses : "";
        String remark = method.remark().isEmpty() ? "" : method.remark() + "; ";
        return method.map() + "; " + remark + field + "[f,g] = g′f − f′g; time h per " + method.clock();
    }

    /** What the modified field of a method is, as the beginning of a sentence in LaTeX. */
    static String meaning(Method<?> method) {
        return method.meaningOfField().replace("time-h", "time-$h$");
    }

    /**
     * The same in ASCII, for comments in sources that may be read in any encoding.
     *
     * @param method the optimizer
     * @return for example {@code theta <- theta + h f(theta); …}
     */
    public static String ascii(Method<?> method) {
        return ascii(of(method));
    }

    /**
     * Conventions in ASCII.
     *
     * @param conventions conventions, or what a field means
     * @return the same with words for letters and signs that are not ASCII
     */
    public static String ascii(String conventions) {
        return conventions
                .replace("θ̇", "dtheta/dt")
                .replace("↦", "|->")
                .replace("𝔼", "E")
                .replace("𝓛", "L")
                .replace("φ", "phi")
                .replace("⟨·⟩", "<.>")
                .replace("⟨", "<")
                .replace("⟩", ">")
                .replace("σ", "sigma")
                .replace("δ", "delta")
                .replace("ξ", "xi")
                .replace("±", "+-")
                .replace("·", "*")
                .replace("λθ", "λ θ")
                .replace("θ", "theta")
                .replace("←", "<-")
                .replace("⁻¹", "^-1 ")
                .replace("−", "-")
                .replace("∇", "grad ")
                .replace("∂", "d")
                .replace("′", "'")
                .replace("β", "beta")
                .replace("ρ", "rho")
                .replace("λ", "lambda")
                .replace("Σ", "sum")
                .replace("½", "_half")
                .replace("ᵀ", "^T")
                .replace("ε", "eps")
                .replace("κ", "kappa")
                .replace("τ", "tau")
                .replace("‖", "|")
                .replace("√", "sqrt ")
                .replace("⊙", "*")
                .replace("²", "^2")
                .replace("…", "...")
                .replace("₁", "1")
                .replace("₂", "2")
                .replace("₃", "3");
    }
}
