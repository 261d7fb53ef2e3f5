/**
 * The wire of Meta: what WhatsApp and Instagram send, how it is signed, what their Graph API is asked and how it
 * refuses. It knows no store and no table.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "platform :: secrets", "platform :: tenancy", "platform :: url", "egress"})
package iq.sendy.meta;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
