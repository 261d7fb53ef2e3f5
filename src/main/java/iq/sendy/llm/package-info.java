/**
 * The wire of chat models: requests, answers, tool calls and counted tokens, the same for every provider. It knows no store
 * and no table.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: compute",
            "platform :: ids",
            "platform :: secrets",
            "platform :: settings",
            "platform :: tenancy",
            "billing",
            "egress"
        })
package iq.sendy.llm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
