/** It may ask the shop, but not its inner rooms. */
@ApplicationModule(allowedDependencies = "shop")
package wrong.cart;

import org.springframework.modulith.ApplicationModule;
