package iq.sendy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * After each class of scenarios: no line of the log held a secret, a number or a text of those that tests of the inbox write
 * with. A test that marks its own says so by {@link #mark}.
 */
public final class SilentLogs implements TestExecutionListener {

    /** Of the samples of Meta's wire, which most of these tests use. */
    private static final List<String> SAMPLES = List.of(
            "sendy-test-app-secret",
            "شلون السعر",
            "وين صار طلبي",
            "نفس هذا متوفر",
            "چەندە نرخی",
            "zainab.flora",
            "7788990011223344");

    private static final Set<String> MARKS = ConcurrentHashMap.newKeySet();
    private static final Queue<String> SPOKEN = new ConcurrentLinkedQueue<>();
    private static final Ear EAR = new Ear();

    static {
        MARKS.addAll(SAMPLES);
    }

    /** From now on no line may hold it. */
    public static void mark(String secret) {
        MARKS.add(secret);
    }

    @Override
    public void beforeTestClass(TestContext context) {
        // Spring Boot sets the log up anew with its context, and forgets who listened.
        listen();
    }

    @Override
    public void beforeTestMethod(TestContext context) {
        listen();
    }

    @Override
    public void afterTestClass(TestContext context) {
        assertThat(SPOKEN).isEmpty();
    }

    /** What was spoken that should not have been, and is forgotten by that. */
    public static List<String> take() {
        var spoken = List.copyOf(SPOKEN);
        SPOKEN.removeAll(spoken);
        return spoken;
    }

    /** What was told to a listener until now; others still speak, and a list of theirs is not read meanwhile. */
    public static List<ILoggingEvent> heard(ListAppender<ILoggingEvent> listener) {
        synchronized (listener) {
            return List.copyOf(listener.list);
        }
    }

    private static void listen() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root
                && !root.isAttached(EAR)) {
            EAR.setContext(root.getLoggerContext());
            EAR.start();
            root.addAppender(EAR);
        }
    }

    private static final class Ear extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            var line = new StringBuilder(String.valueOf(event.getFormattedMessage()));
            line.append(' ').append(event.getKeyValuePairs()).append(' ').append(event.getMDCPropertyMap());
            if (event.getThrowableProxy() != null) {
                line.append(' ').append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
            var text = line.toString();
            for (var mark : MARKS) {
                if (text.contains(mark)) {
                    SPOKEN.add(event.getLoggerName() + " said " + mark + ": " + text);
                }
            }
        }
    }
}
