package iq.sendy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The classes of the product as rules look at them, read once for all that stands in {@link HouseTest}: that takes seconds. */
public final class ProductClasses {

    /** From where they lie: looking for a package means looking through every library. */
    public static final JavaClasses ALL = new ClassFileImporter()
            .importUrl(
                    SendyApplication.class.getProtectionDomain().getCodeSource().getLocation());

    private ProductClasses() {}
}
