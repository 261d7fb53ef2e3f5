/** The room of SQL. */
@NullMarked
package iq.sendy.webhooks.remote;

import org.jspecify.annotations.NullMarked;
