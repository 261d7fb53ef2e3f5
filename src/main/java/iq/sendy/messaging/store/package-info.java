/** The room of SQL. */
@NullMarked
package iq.sendy.messaging.store;

import org.jspecify.annotations.NullMarked;
