/** Orders: their list, and moving them along. */
@NullMarked
package iq.sendy.dashboard.orders;

import org.jspecify.annotations.NullMarked;
