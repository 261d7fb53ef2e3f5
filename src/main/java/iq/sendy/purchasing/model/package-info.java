/** The room of rules and states; no Spring, SQL, clock or randomness. */
@NullMarked
package iq.sendy.purchasing.model;

import org.jspecify.annotations.NullMarked;
