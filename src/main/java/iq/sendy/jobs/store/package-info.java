/** The room of the SQL of the job tables. */
@NullMarked
package iq.sendy.jobs.store;

import org.jspecify.annotations.NullMarked;
