/** The room of SQL. */
@NullMarked
package iq.sendy.webhooks.jobs;

import org.jspecify.annotations.NullMarked;
