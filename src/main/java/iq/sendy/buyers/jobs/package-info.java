/** What is done at set times. */
@NullMarked
package iq.sendy.buyers.jobs;

import org.jspecify.annotations.NullMarked;
