/** The room of events that are heard. */
@NullMarked
package iq.sendy.messaging.listeners;

import org.jspecify.annotations.NullMarked;
