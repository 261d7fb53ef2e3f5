package iq.sendy;

import iq.sendy.egress.ReceiverZooTest;
import iq.sendy.platform.web.BoundedConnectionsTest;
import iq.sendy.webhooks.AwkwardReceiversTest;
import iq.sendy.webhooks.SilentNamesTest;
import org.junit.jupiter.api.Nested;

/**
 * All that waits for those who never end, in one JVM of the three: among the first, while the processors have work for a few
 * minutes. By their own names these run when they are asked for by {@code -Dtest=}.
 */
class SilentServersTest {

    @Nested
    class Connections extends BoundedConnectionsTest {}

    @Nested
    class Receivers extends AwkwardReceiversTest {}

    @Nested
    class Names extends SilentNamesTest {}

    @Nested
    class Zoo extends ReceiverZooTest {}
}
