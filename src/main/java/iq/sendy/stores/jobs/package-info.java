/** The room of what happens without a request. */
@NullMarked
package iq.sendy.stores.jobs;

import org.jspecify.annotations.NullMarked;
