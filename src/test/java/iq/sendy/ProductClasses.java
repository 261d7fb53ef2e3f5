package iq.sendy;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Objects;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.test.util.ReflectionTestUtils;

/** The classes of the product as rules look at them, read once for all that stands in {@link HouseTest}: that takes seconds. */
public final class ProductClasses {

    static final ApplicationModules MODULES = ApplicationModules.of(SendyApplication.class);

    /** Those that the modules were made of; nobody else may have them. */
    public static final JavaClasses ALL =
            (JavaClasses) Objects.requireNonNull(ReflectionTestUtils.getField(MODULES, "allClasses"));

    private ProductClasses() {}
}
