/** The room of work for later. */
@NullMarked
package iq.sendy.analytics.jobs;

import org.jspecify.annotations.NullMarked;
