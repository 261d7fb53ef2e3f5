/**
 * Work for later: rows that are claimed under a lease, attempted without a transaction, and ended in one transaction with
 * what the work brought about. Modules ask {@link iq.sendy.jobs.Jobs} and say what is to be done as a
 * {@link iq.sendy.jobs.JobHandler} in their {@code jobs} room; operators ask {@link iq.sendy.jobs.JobAdmin}. It asks nobody.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: audit",
            "platform :: database",
            "platform :: sql",
            "platform :: tenancy"
        })
package iq.sendy.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
