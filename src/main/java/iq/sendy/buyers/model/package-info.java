/** How many codes are sent: plain Java without Spring, SQL, clock or randomness. */
@NullMarked
package iq.sendy.buyers.model;

import org.jspecify.annotations.NullMarked;
