/** The room of SQL. */
@NullMarked
package iq.sendy.customers.store;

import org.jspecify.annotations.NullMarked;
