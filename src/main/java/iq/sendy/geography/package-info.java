/**
 * The governorates of Iraq and their areas, as addresses name them: constant in a release, read once from resource files and
 * answered from memory. It tells nothing, asks nobody and owns no table.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform :: api"})
package iq.sendy.geography;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
