package org.modeq.examples;

import java.util.List;
import org.modeq.examples.connectivity.ModeConnectivity;
import org.modeq.examples.connectivity.ModeConnectivitySgd;
import org.modeq.examples.diagonal.FineTuning;
import org.modeq.examples.diagonal.HeavyBallGains;
import org.modeq.examples.diagonal.InitialisationOfDiagonalNets;
import org.modeq.examples.diagonal.LargeStepsOnDiagonalNets;
import org.modeq.examples.diagonal.SaddleToSaddle;
import org.modeq.examples.diagonal.SharedLayerOfTasks;
import org.modeq.examples.diagonal.StochasticGains;
import org.modeq.examples.domains.OptimalMixture;
import org.modeq.examples.domains.OrderOfDomains;
import org.modeq.examples.domains.SwapLaw;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.games.DriftInGames;
import org.modeq.examples.kernels.DeepFusion;
import org.modeq.examples.kernels.MajorityKernels;
import org.modeq.examples.momentum.MomentumFromRest;
import org.modeq.examples.momentum.MomentumTransient;
import org.modeq.examples.stability.Catapult;
import org.modeq.examples.stability.EdgeOfStability;
import org.modeq.examples.stability.NearASharpMinimum;
import org.modeq.examples.stability.PrincipalFlowOfQuadratics;
import org.modeq.examples.tasks.BetterOrder;
import org.modeq.examples.tasks.ConflictAlongRun;
import org.modeq.examples.tasks.ConflictSlopes;
import org.modeq.examples.tasks.JointAgainstSequential;
import org.modeq.examples.tasks.SharedAnchors;
import org.modeq.examples.tasks.SwappedTasks;
import org.modeq.symbolic.method.NearestWord;

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
            new ModeConnectivity(),
            new ModeConnectivitySgd(),
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
            new DriftInGames(),
            new MajorityKernels(),
            new DeepFusion());

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
        List<String> names = EXPERIMENTS.stream().map(Experiment::name).toList();
        return EXPERIMENTS.stream()
                .filter(experiment -> experiment.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("given the example '" + name + "', expected one of "
                        + String.join(", ", names) + NearestWord.hint(name, names)));
    }
}
