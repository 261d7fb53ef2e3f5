/** The room where other modules' events are heard, in their transaction. */
@NullMarked
package iq.sendy.access.listeners;

import org.jspecify.annotations.NullMarked;
