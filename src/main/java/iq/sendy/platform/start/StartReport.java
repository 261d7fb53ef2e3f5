package iq.sendy.platform.start;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/**
 * Tells a failed start in one line, without the frame that Spring Boot puts around it. What nobody can explain is left to
 * Spring Boot, which tells it whole: that is a mistake of ours, and its trace is needed.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartReport implements SpringBootExceptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger(StartReport.class);

    private final @Nullable ConfigurableApplicationContext context;

    StartReport(@Nullable ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        if (context != null && context.isClosed()) {
            // It was told to stop in the middle of its start, and what fails now is no failure.
            return true;
        }
        for (var analyzer : analyzers()) {
            var analysis = analyzed(analyzer, failure);
            if (analysis != null) {
                LOG.error(line(analysis));
                return true;
            }
        }
        return false;
    }

    /** Ours and Spring Boot's. Some want to know what was there already; where there is nothing they are left out. */
    private List<FailureAnalyzer> analyzers() {
        var known = context == null
                ? ArgumentResolver.none()
                : ArgumentResolver.of(BeanFactory.class, context.getBeanFactory())
                        .and(Environment.class, context.getEnvironment());
        return SpringFactoriesLoader.forDefaultResourceLocation(StartReport.class.getClassLoader())
                .load(FailureAnalyzer.class, known, (_, name, left) -> LOG.debug("{} is left out", name, left));
    }

    private static @Nullable FailureAnalysis analyzed(FailureAnalyzer analyzer, Throwable failure) {
        try {
            return analyzer.analyze(failure);
        } catch (RuntimeException | LinkageError helpless) {
            LOG.debug("{} failed", analyzer, helpless);
            return null;
        }
    }

    private static String line(FailureAnalysis analysis) {
        var text = analysis.getDescription() + "\n" + Objects.requireNonNullElse(analysis.getAction(), "");
        return text.lines().map(String::strip).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }
}
