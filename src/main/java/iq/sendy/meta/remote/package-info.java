/** Calls of Meta's servers. */
@NullMarked
package iq.sendy.meta.remote;

import org.jspecify.annotations.NullMarked;
