/** Quotes, orders and tracking of strangers on the wire. */
@NullMarked
package iq.sendy.checkout.web;

import org.jspecify.annotations.NullMarked;
