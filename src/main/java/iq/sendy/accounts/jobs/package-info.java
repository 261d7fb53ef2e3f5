/** The room of what happens without a request. */
@NullMarked
package iq.sendy.accounts.jobs;

import org.jspecify.annotations.NullMarked;
