package iq.sendy;

import iq.sendy.contract.DeclaredRefusalsTest;
import org.junit.jupiter.api.Nested;

/**
 * All that judges the classes of the product, in one JVM of the three: reading them costs more than judging. By their own
 * names these run when they are asked for by {@code -Dtest=}.
 */
class HouseTest {

    @Nested
    class ModulesAskWhomTheyMay extends ModularityTest {}

    @Nested
    class RoomsKeepTheirRules extends HouseRulesTest {}

    @Nested
    class OperationsDeclareTheirRefusals extends DeclaredRefusalsTest {}
}
