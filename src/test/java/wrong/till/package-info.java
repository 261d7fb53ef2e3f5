/** A module that says whom it asks, and asks another. */
@ApplicationModule(allowedDependencies = {"cart", "attic"})
package wrong.till;

import org.springframework.modulith.ApplicationModule;
