/** The room of the operators' view of the queue. */
@NullMarked
package iq.sendy.jobs.web;

import org.jspecify.annotations.NullMarked;
