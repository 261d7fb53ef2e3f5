/**
 * Pictures that a store uploads: drawn anew in web sizes, so that nothing of the file but its pixels survives, and handed
 * out to anybody who knows the name. Beside them stand documents that go out to customers: PDF, as they came, which browsers
 * only ever save. It asks nobody.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: audit",
            "platform :: body",
            "platform :: compute",
            "platform :: ids",
            "platform :: sql",
            "platform :: tenancy",
            "platform :: url"
        })
package iq.sendy.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
