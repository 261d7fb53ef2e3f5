package iq.sendy;

import iq.sendy.platform.database.PostgresOfTests;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Runs on the oldest PostgreSQL that Sendy takes, an external one. It shares its JVM with other tests, which has the product
 * warm.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("oldest")
@ExtendWith(OnOldestPostgres.Programs.class)
@TestPropertySource(properties = PostgresOfTests.SETTING + "=${" + PostgresOfTests.OLDEST + "}")
public @interface OnOldestPostgres {

    /** Maven's life cycle brings the programs, or fails; who starts a test by hand may be without. */
    final class Programs implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return PostgresOfTests.hasOldest()
                    ? ConditionEvaluationResult.enabled("its programs are there")
                    : ConditionEvaluationResult.disabled("its programs come with Maven's life cycle alone");
        }
    }
}
