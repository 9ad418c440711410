package org.modeq.examples.domains;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.modeq.examples.ExperimentRun;

@DisplayName("The order of two domains")
class OrderOfDomainsTest {
    @Test
    @DisplayName("has its decisive outcomes")
    void quick() {
        ExperimentRun.quick(new OrderOfDomains());
    }

    @Test
    @Tag("slow")
    @DisplayName("has all its outcomes")
    void full() {
        ExperimentRun.full(new OrderOfDomains());
    }

    @Test
    @DisplayName(
            "seems to beat the best continuous mixture, but does not when its steps are divided: only equal steps compare")
    void largeStepsReachLower() {
        OrderOfDomains.OrderedLoss best = OrderOfDomains.all(14).get(0);
        double continuous = OptimalMixture.best(20).loss();
        assertTrue(best.loss() < continuous / 5);
        String divided = best.order()
                .chars()
                .mapToObj(c -> String.valueOf((char) c).repeat(64))
                .collect(Collectors.joining());
        assertTrue(OrderedSteps.of(divided).loss() > continuous);
    }

    @Test
    @DisplayName("is controlled by exchanges of which each lowers the loss")
    void everyExchangeHelps() {
        var visited = OrderOfDomains.Descent.from("AAABBB").visited();
        assertTrue(visited.size() > 1);
        for (int k = 1; k < visited.size(); k++) {
            assertTrue(visited.get(k).loss() < visited.get(k - 1).loss());
        }
    }
}
