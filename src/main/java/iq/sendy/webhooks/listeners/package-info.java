/** The room of SQL. */
@NullMarked
package iq.sendy.webhooks.listeners;

import org.jspecify.annotations.NullMarked;
