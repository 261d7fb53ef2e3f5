package iq.sendy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Runs on the oldest PostgreSQL that Sendy takes, too: {@code bin/check} runs these classes a second time, there. Every module
 * has one that asks its tables for what it can.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("oldest-postgres")
public @interface OnOldestPostgres {}
