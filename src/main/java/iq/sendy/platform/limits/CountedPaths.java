package iq.sendy.platform.limits;

import iq.sendy.platform.api.PublicController;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Paths where strangers are counted by their network: those of the public API, and what public controllers declare. */
@Component
class CountedPaths {

    private final Supplier<List<String>> prefixes;

    @Autowired
    CountedPaths(ListableBeanFactory beans) {
        // Asked for late: controllers are made after the filters.
        this.prefixes = SingletonSupplier.of(() -> declared(beans));
    }

    CountedPaths(List<String> prefixes) {
        this.prefixes = () -> prefixes;
    }

    boolean contain(String path) {
        return prefixes.get().stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    private static List<String> declared(ListableBeanFactory beans) {
        return Stream.concat(
                        Stream.of(PublicController.PUBLIC_DOOR),
                        Arrays.stream(beans.getBeanNamesForAnnotation(PublicController.class))
                                .map(name -> beans.findAnnotationOnBean(name, PublicController.class))
                                .filter(Objects::nonNull)
                                .filter(PublicController::counted)
                                .map(PublicController::value))
                .distinct()
                .toList();
    }
}
