package iq.sendy.platform.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text, trimmed, of at most so many characters. Blank counts as absent. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {

    int value();

    int NAME = 200;
    int ADDRESS = 500;
    int REASON = 500;
    int NOTES = 5_000;
    int REFERENCE = 100;
    int URL = 2_048;
    int TOKEN = 4_096;
}
