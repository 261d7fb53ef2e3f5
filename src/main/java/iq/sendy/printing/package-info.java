/**
 * Paper: receipts, labels and reports of the counter, and the engine that draws them. Its services are {@link iq.sendy.printing.OrderPapers} and
 * {@link iq.sendy.printing.SessionReportPapers}, the printer of the counter. It asks {@code orders}, {@code returns},
 * {@code cashier} and {@code stores} what stands on them and {@code geography} how places are called.
 * {@link iq.sendy.printing.NamePictures} letters the names of shops for {@code shop}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: body",
            "platform :: codes",
            "platform :: compute",
            "platform :: tenancy",
            "cashier",
            "geography",
            "orders",
            "pricing",
            "returns",
            "stores"
        })
package iq.sendy.printing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
