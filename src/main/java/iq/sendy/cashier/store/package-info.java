/** The room of SQL. */
@NullMarked
package iq.sendy.cashier.store;

import org.jspecify.annotations.NullMarked;
