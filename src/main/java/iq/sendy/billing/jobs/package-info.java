/** The room of work for later. */
@NullMarked
package iq.sendy.billing.jobs;

import org.jspecify.annotations.NullMarked;
