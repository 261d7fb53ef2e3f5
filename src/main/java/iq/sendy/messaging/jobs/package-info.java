/** The room of work for later. */
@NullMarked
package iq.sendy.messaging.jobs;

import org.jspecify.annotations.NullMarked;
