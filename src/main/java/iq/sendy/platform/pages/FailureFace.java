package iq.sendy.platform.pages;

import iq.sendy.platform.api.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;

/** Face of failures in an area of pages, in place of the common one: a bean of the module that has the pages. */
public interface FailureFace {

    /** How a failure of this request is shown; empty where it is none of this area. */
    Optional<Shown> of(HttpServletRequest request, Answer<?> answer);

    /**
     * What is shown. The template also has what every failure has: {@code page}, {@code title}, {@code text} and {@code trace}.
     *
     * @param model what the template needs beside that
     */
    record Shown(String template, Map<String, Object> model) {

        public Shown {
            model = Map.copyOf(model);
        }
    }
}
