package org.modeq.symbolic.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Text in ASCII")
class AsciiTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "θ̇ = −∇L − 1/2 h ∇²L ∇L + O(h²); theta' = -grad L - 1/2 h grad^2 L grad L + O(h^2)",
                "∇³L_A[∇L_B,∇L]; grad^3 L_A[grad L_B,grad L]",
                "L̃ = L + 1/4 h ‖∇L‖²; L~ = L + 1/4 h ||grad L||^2",
                "f⁽⁴⁾(f,f,f,f); f^(4)(f,f,f,f)",
                "f″(f,f) + f′f′f; f''(f,f) + f'f'f",
                "⟨∇L, ∇²L ∇L⟩; <grad L, grad^2 L grad L>",
                "θ ← θ + h f(θ); theta <- theta + h f(theta)",
                "β₁²; beta_1^2",
                "2βθ; 2 beta theta",
                "√v/(1−β₂ⁿ); sqrt v/(1-beta_2^n)",
                "√(v + ε); sqrt(v + epsilon)",
                "h·λ_max ≥ 2; h*lambda_max >= 2",
                "‖∂u/∂θ‖ τ1; ||du/dtheta|| tau1",
                "Σ |b|, b ≠ 0; sum |b|, b != 0",
                "Itô and Gérard Müller of Łódź; Ito and Gerard Muller of Lodz",
                "w̄ and ŵ; w_bar and w_hat",
                "AᵀB 10⁻¹²; A^T B 10^-12",
                "Δθ … 𝔼 𝓛; Delta theta ... E L",
                "漢; {U+6F22}"
            })
    void isWordsForLetters(String text, String ascii) {
        assertEquals(ascii, Ascii.of(text));
    }

    @Test
    @DisplayName("is the text itself where that is ASCII")
    void leavesAscii() {
        String text = "f[f,f] ? 1/2";
        assertSame(text, Ascii.of(text));
    }

    @Test
    @DisplayName("has no character beyond 127 and no question mark, whatever it was made from")
    void everyCharacter() {
        IntStream.range(128, 0x3000)
                .filter(code -> Character.isDefined(code) && !Character.isSurrogate((char) code))
                .forEach(code -> {
                    String ascii = Ascii.of("x " + Character.toString(code) + " y");
                    assertTrue(
                            ascii.chars().allMatch(unit -> unit < 128 && unit != '?'),
                            Integer.toHexString(code) + ascii);
                });
    }

    @Test
    @DisplayName("fills as many columns as it has characters, marks above others not counted")
    void columns() {
        assertEquals(5, Ascii.columns("θ̇ = 𝔼"));
    }
}
