/** SQL of codes, accounts and sessions. */
@NullMarked
package iq.sendy.buyers.store;

import org.jspecify.annotations.NullMarked;
