/** Buyers on the wire. */
@NullMarked
package iq.sendy.buyers.web;

import org.jspecify.annotations.NullMarked;
