/**
 * A stand-in of Meta for people without an account there: it speaks the wire of Graph and signs what a phone on a page
 * types, so that the real inbox can be seen at work.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: body",
            "platform :: ids",
            "platform :: pages",
            "platform :: secrets",
            "platform :: url",
            "meta"
        })
package iq.sendy.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
