package iq.sendy.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class ExactCandidatesTest {

    /** Of two it could not be, were both asked what they are. */
    @Test
    void what_is_asked_for_by_its_class_is_found_by_its_name() {
        try (var context = started(false)) {
            assertThat(context.getBean(Asks.class).shelf().getClass()).isEqualTo(Shelf.class);
        }
    }

    @Test
    void another_that_is_primary_comes_first() {
        try (var context = started(true)) {
            assertThat(context.getBean(Asks.class).shelf().getClass()).isEqualTo(WideShelf.class);
        }
    }

    private static AnnotationConfigApplicationContext started(boolean primary) {
        var context = new AnnotationConfigApplicationContext();
        new ExactCandidates().initialize(context);
        for (var type : List.of(Shelf.class, WideShelf.class, Asks.class)) {
            context.registerBean(
                    type.getName(), type, definition -> definition.setPrimary(primary && type == WideShelf.class));
        }
        context.refresh();
        return context;
    }

    static class Shelf {}

    static class WideShelf extends Shelf {}

    record Asks(Shelf shelf) {}
}
