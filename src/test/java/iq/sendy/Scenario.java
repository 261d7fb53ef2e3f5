package iq.sendy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/** One Spring context, one web server and one PostgreSQL for all tests; each test opens stores of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SendyApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "sendy.database.durable=false",
            "sendy.ratelimit.enabled=false",
            "sendy.demo=false",
            "sendy.otp.log=false",
            "sendy.meta.simulator=true",
            "sendy.agent.debounce.ms=150",
            // A process that rests looks ten times a second, which three of them do as long as a run lasts.
            "sendy.jobs.look.ms=200",
            // A line for each request cost more to carry to Maven than to write. With -Dsendy.test.log=info they are
            // printed.
            "logging.threshold.console=${sendy.test.log:warn}",
            "management.server.port=0",
            "server.address=127.0.0.1",
            "sendy.egress.allow=127.0.0.1/32"
        })
@ContextConfiguration(initializers = World.FreshDirectory.class)
@Import(World.class)
@TestExecutionListeners(
        listeners = {FiguresHold.class, SilentLogs.class},
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface Scenario {}
