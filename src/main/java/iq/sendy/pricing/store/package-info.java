/** The room of SQL. */
@NullMarked
package iq.sendy.pricing.store;

import org.jspecify.annotations.NullMarked;
