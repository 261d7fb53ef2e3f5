package iq.sendy.faults.attacks;

import java.util.List;
import java.util.stream.Stream;

/** All shapes of hostile requests, each by its name. */
public final class Shapes {

    private static final List<Shape> ALL = Stream.of(
                    TextShapes.all(),
                    JsonShapes.all(),
                    FormShapes.all(),
                    HeadShapes.all(),
                    SlowShapes.all(),
                    PictureShapes.all(),
                    SheetShapes.all(),
                    WorkShapes.all())
            .flatMap(List::stream)
            .toList();

    private Shapes() {}

    public static List<Shape> all() {
        return ALL;
    }

    public static Shape named(String name) {
        return ALL.stream()
                .filter(shape -> shape.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
