package iq.sendy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The classes that rules look at, read once for all that stands in {@link HouseTest}: that takes seconds. */
public final class ProductClasses {

    /** The product, from where it lies: looking for a package means looking through every library. */
    public static final JavaClasses ALL = new ClassFileImporter()
            .importUrl(
                    SendyApplication.class.getProtectionDomain().getCodeSource().getLocation());

    /** A house in which each rule is broken once. */
    static final JavaClasses WRONG = new ClassFileImporter().importPackages("wrong");

    private ProductClasses() {}
}
