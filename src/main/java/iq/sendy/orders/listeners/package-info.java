/** The room where other modules' events are heard, in their transaction. */
@NullMarked
package iq.sendy.orders.listeners;

import org.jspecify.annotations.NullMarked;
