/** The room of work for later. */
@NullMarked
package iq.sendy.channels.jobs;

import org.jspecify.annotations.NullMarked;
