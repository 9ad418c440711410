package org.modeq.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.modeq.cli.report.Block;
import org.modeq.cli.report.DisplayMath;
import org.modeq.cli.report.HtmlReport;
import org.modeq.cli.report.Section;
import org.modeq.symbolic.latex.Conventions;
import org.modeq.symbolic.latex.LatexView;
import org.modeq.symbolic.latex.Notation;
import org.modeq.symbolic.latex.ScalarView;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.modified.ModifyingEquation;
import org.modeq.symbolic.modified.Obstruction;

/** A modified equation as one page: its series in several notations, its trees drawn, its brackets and its loss. */
final class SeriesPage {
    static final String CITATION = "The modeq developers: modeq, modified equations of optimizers (software).";

    /** What the formulas of the series may take of the 1.5 MB of a page, and what another formula may. */
    private static final int ROOM_OF_SERIES = 300_000;

    private static final int ROOM_OF_FORMULA = 80_000;

    private final Page page;
    private final List<Section> sections = new ArrayList<>();

    private SeriesPage(Page page) {
        this.page = page;
    }

    static String of(FieldEquation<?> equation, Notation notation, Page page) {
        Notation first = notation == Notation.TREE ? Notation.usual(equation.method()) : notation;
        SeriesPage written = new SeriesPage(page);
        written.series(equation, first);
        written.sections.add(new Section("Terms", SeriesTerms.blocks(equation)));
        if (equation instanceof ModifiedEquation<?> modified) {
            written.bracketsIfAny(modified.method(), modified.order());
            if (Notation.usual(modified.method()) == Notation.GRADIENT) {
                written.loss(LossForm.of(modified));
            }
        }
        String kind = equation instanceof ModifyingEquation ? "Modifying" : "Modified";
        return written.render(kind + " equation of ", equation.method(), equation.order());
    }

    static String of(BracketForm<?> form, Page page) {
        SeriesPage written = new SeriesPage(page);
        written.brackets(form, Map.of());
        return written.render(
                "Modified equation in brackets of ",
                form.method(),
                form.series().maximalWeight());
    }

    static String of(LossForm<?> form, Page page) {
        SeriesPage written = new SeriesPage(page);
        written.loss(form);
        return written.render("Modified loss of ", form.method(), form.order());
    }

    private String render(String title, Method<?> method, int order) {
        sections.add(Provenance.of(page.command(), List.of(), List.of()).section());
        sections.add(new Section("Cite", List.of(new Block.Paragraph(CITATION))));
        return new HtmlReport(
                        title + method.name() + " to order " + order,
                        Conventions.of(method) + "; order " + order + "; modeq " + Main.Version.number(),
                        sections)
                .render();
    }

    /** The whole series in each notation, and the lower orders for the script to choose from, as far as there is room. */
    private void series(FieldEquation<?> equation, Notation first) {
        List<Block> blocks = new ArrayList<>();
        List<Notation> notations = new ArrayList<>();
        int room = ROOM_OF_SERIES;
        for (Notation notation : inOrder(first)) {
            Block.Formula formula = formula(equation, notation);
            if (size(formula) <= room) {
                room -= size(formula);
                notations.add(notation);
                Map<String, String> when = when(equation, notation);
                if (notation != first) {
                    blocks.add(new Block.Variant(when, false, new Block.Paragraph(words(notation))));
                }
                blocks.add(new Block.Variant(when, false, formula));
            }
        }
        int lowest = equation.order();
        for (List<Block> part = lower(equation, lowest - 1, notations, room);
                !part.isEmpty();
                part = lower(equation, lowest - 1, notations, room)) {
            lowest--;
            room -= part.stream().mapToInt(SeriesPage::size).sum();
            blocks.addAll(part);
        }
        if (notations.isEmpty()) {
            blocks.add(tooLong(equation.terms().size() + " terms", Map.of()));
        } else {
            blocks.add(0, choices(equation, notations, lowest));
        }
        sections.add(new Section("Series", blocks));
    }

    private static List<Notation> inOrder(Notation first) {
        return Stream.of(Notation.GRADIENT, Notation.FIELD, Notation.INDEX)
                .sorted(Comparator.comparing((Notation notation) -> notation != first))
                .toList();
    }

    private static Map<String, String> when(FieldEquation<?> equation, Notation notation) {
        return Map.of("notation", notation.toString(), "order", "" + equation.order());
    }

    /** The formulas of a lower order in these notations; none below order 1 or if there is no room for all. */
    private List<Block> lower(FieldEquation<?> equation, int order, List<Notation> notations, int room) {
        if (order < 1) {
            return List.of();
        }
        FieldEquation<?> part = equation.truncated(order);
        List<Block> blocks = new ArrayList<>();
        for (Notation notation : notations) {
            blocks.add(new Block.Variant(when(part, notation), true, formula(part, notation)));
        }
        return blocks.stream().mapToInt(SeriesPage::size).sum() <= room ? blocks : List.of();
    }

    /** About how many characters a formula takes of the page, where it stands twice. */
    private static int size(Block block) {
        Block inside = block instanceof Block.Variant variant ? variant.block() : block;
        return inside instanceof Block.Formula formula
                ? 2
                        * formula.copyText()
                                .chars()
                                .map(c -> c == '\'' || c == '&' ? 5 : 1)
                                .sum()
                : 0;
    }

    private Block tooLong(String length, Map<String, String> options) {
        return new Block.Paragraph("The formula, " + length + " long, has no room on a page; modeq "
                + page.latexCommand(options) + " writes it.");
    }

    private Block fitting(Block.Formula formula, Map<String, String> options) {
        int characters = formula.copyText().length();
        return size(formula) <= ROOM_OF_FORMULA ? formula : tooLong(characters + " characters", options);
    }

    private static Block choices(FieldEquation<?> equation, List<Notation> notations, int lowest) {
        List<Map.Entry<String, String>> orders = new ArrayList<>();
        for (int order = lowest; order <= equation.order(); order++) {
            orders.add(Map.entry("" + order, "" + order));
        }
        return new Block.Choices(List.of(
                new Block.Choices.Choice(
                        "notation",
                        "Notation",
                        notations.stream()
                                .sorted()
                                .map(notation -> Map.entry(notation.toString(), name(notation)))
                                .toList(),
                        notations.get(0).toString()),
                new Block.Choices.Choice("order", "Order", orders, "" + equation.order())));
    }

    /** The formula, copied as the command line writes it with these options. */
    private Block.Formula formula(FieldEquation<?> equation, Notation notation) {
        Map<String, String> options = Map.of("--order", "" + equation.order(), "--notation", notation.toString());
        return DisplayMath.of(LatexView.snippet(page.latexCommand(options), equation, notation, page.ems()));
    }

    private static String name(Notation notation) {
        return switch (notation) {
            case GRADIENT -> "derivatives of losses";
            case FIELD -> "derivatives of fields";
            case INDEX -> "components";
            case TREE -> throw new AssertionError(notation);
        };
    }

    private static String words(Notation notation) {
        return switch (notation) {
            case GRADIENT -> "In derivatives of the losses, f = −∇L inserted:";
            case FIELD -> "In derivatives of the fields:";
            case INDEX -> "In components, repeated indices summed over:";
            case TREE -> throw new AssertionError(notation);
        };
    }

    private <E> void bracketsIfAny(Method<E> method, int order) {
        if (method.exponents(1).isPresent() && method.fields().size() > 1) {
            brackets(BracketForm.of(method, order), Map.of("--as", "brackets"));
        }
    }

    private void brackets(BracketForm<?> form, Map<String, String> options) {
        sections.add(new Section(
                "Brackets",
                List.of(
                        new Block.Paragraph("In self-corrections and Lie brackets; the letter with index j is the part"
                                + " of order j of a single step on the field."),
                        fitting(
                                DisplayMath.of(LatexView.snippet(page.latexCommand(options), form, page.ems())),
                                options))));
    }

    private void loss(LossForm<?> form) {
        String verdict = form.obstruction()
                .map(Obstruction::toString)
                .map(reason -> "The field is the negative gradient of a loss through h^" + (form.orderOfGradient() - 1)
                        + " and not beyond: " + reason + ". R is the rest.")
                .orElse("To this order the field is the negative gradient of the loss, for all losses.");
        Map<String, String> options = Map.of("--as", "loss");
        sections.add(new Section(
                "Loss and remainder",
                List.of(
                        fitting(
                                DisplayMath.of(ScalarView.snippet(
                                        page.latexCommand(options), form, Notation.GRADIENT, page.ems())),
                                options),
                        new Block.Paragraph(verdict))));
    }
}
