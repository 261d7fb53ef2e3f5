/** The room of work for later. */
@NullMarked
package iq.sendy.agent.jobs;

import org.jspecify.annotations.NullMarked;
