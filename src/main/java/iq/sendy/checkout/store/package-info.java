/** SQL of what strangers have sent. */
@NullMarked
package iq.sendy.checkout.store;

import org.jspecify.annotations.NullMarked;
