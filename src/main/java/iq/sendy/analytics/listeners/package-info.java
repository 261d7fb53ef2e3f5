/** The room of other modules' events. */
@NullMarked
package iq.sendy.analytics.listeners;

import org.jspecify.annotations.NullMarked;
