package iq.sendy.platform.start;

import iq.sendy.platform.sealing.WrongMasterKey;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The first secret that a start opens is sealed with another key. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongMasterKeyAnalyzer extends AbstractFailureAnalyzer<WrongMasterKey> {

    @Override
    protected FailureAnalysis analyze(Throwable root, WrongMasterKey cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
