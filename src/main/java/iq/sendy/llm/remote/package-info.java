/** Calls of the servers of model providers. */
@NullMarked
package iq.sendy.llm.remote;

import org.jspecify.annotations.NullMarked;
