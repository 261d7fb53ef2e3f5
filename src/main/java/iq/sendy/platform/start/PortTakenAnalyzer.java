package iq.sendy.platform.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A port that was free when the start began, and is not any more. */
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, PortInUseException cause) {
        return new FailureAnalysis(
                "SERVER_PORT or SENDY_MANAGEMENT_PORT is taken: another program listens on " + cause.getPort(),
                null,
                cause);
    }
}
