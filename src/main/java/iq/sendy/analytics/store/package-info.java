/** The room of SQL. */
@NullMarked
package iq.sendy.analytics.store;

import org.jspecify.annotations.NullMarked;
