package org.modeq.examples;

import java.util.List;

/** Every experiment there is. */
public final class Gallery {
    private static final List<Experiment> EXPERIMENTS = List.of(
            new SharedAnchors(),
            new ConflictAlongRun(),
            new ConflictSlopes(),
            new JointAgainstSequential(),
            new SwappedTasks(),
            new BetterOrder(),
            new SwapLaw(),
            new OrderOfDomains(),
            new OptimalMixture(),
            new InitialisationOfDiagonalNets(),
            new StochasticGains(),
            new LargeStepsOnDiagonalNets(),
            new SaddleToSaddle(),
            new SharedLayerOfTasks(),
            new FineTuning(),
            new HeavyBallGains(),
            new PrincipalFlowOfQuadratics(),
            new NearASharpMinimum(),
            new Catapult(),
            new EdgeOfStability(),
            new MomentumFromRest(),
            new MomentumTransient(),
            new DriftInGames());

    private Gallery() {}

    /** {@return the experiments, in the order of the page that shows them} */
    public static List<Experiment> experiments() {
        return EXPERIMENTS;
    }

    /**
     * An experiment by its name.
     *
     * @param name the name
     * @return the experiment
     * @throws IllegalArgumentException if there is none of this name
     */
    public static Experiment named(String name) {
        return EXPERIMENTS.stream()
                .filter(experiment -> experiment.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("given the example '" + name + "', expected one of "
                        + String.join(
                                ", ", EXPERIMENTS.stream().map(Experiment::name).toList())));
    }
}
