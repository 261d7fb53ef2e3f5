/** The room of SQL. */
@NullMarked
package iq.sendy.agent.store;

import org.jspecify.annotations.NullMarked;
