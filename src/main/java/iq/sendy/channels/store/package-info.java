/** The room of SQL. */
@NullMarked
package iq.sendy.channels.store;

import org.jspecify.annotations.NullMarked;
