/**
 * Paper: receipts and labels, and the engine that draws them. Its service is {@link iq.sendy.printing.OrderPapers}. It asks
 * {@code orders} and {@code stores} what stands on them and {@code geography} how places are called; nobody asks it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: compute",
            "platform :: tenancy",
            "geography",
            "orders",
            "pricing",
            "stores"
        })
package iq.sendy.printing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
