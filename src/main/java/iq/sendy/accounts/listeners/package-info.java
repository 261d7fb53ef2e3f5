/** The room where other modules' events are heard, in their transaction. */
@NullMarked
package iq.sendy.accounts.listeners;

import org.jspecify.annotations.NullMarked;
