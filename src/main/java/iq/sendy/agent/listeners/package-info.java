/** The room of events that are heard. */
@NullMarked
package iq.sendy.agent.listeners;

import org.jspecify.annotations.NullMarked;
