/** It lists a module that is not there, and asks one that it does not list. */
@ApplicationModule(allowedDependencies = "baskets")
package wrong.shop;

import org.springframework.modulith.ApplicationModule;
