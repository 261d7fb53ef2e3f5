/** The room of what happens without a request. */
@NullMarked
package iq.sendy.identity.jobs;

import org.jspecify.annotations.NullMarked;
