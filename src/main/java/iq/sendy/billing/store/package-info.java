/** The room of SQL, one class per cluster of tables. */
@NullMarked
package iq.sendy.billing.store;

import org.jspecify.annotations.NullMarked;
