/** The room of what other modules publish. */
@NullMarked
package iq.sendy.cashier.listeners;

import org.jspecify.annotations.NullMarked;
