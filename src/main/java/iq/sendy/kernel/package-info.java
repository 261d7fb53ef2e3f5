/**
 * Values without a clock: the words every module speaks. Nothing here knows Spring, SQL, time or randomness, and a type
 * enters only when a third module needs it.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package iq.sendy.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
