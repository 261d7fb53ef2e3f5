/** The room of SQL. */
@NullMarked
package iq.sendy.webhooks.store;

import org.jspecify.annotations.NullMarked;
