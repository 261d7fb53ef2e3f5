/** What false orders look like. */
@NullMarked
package iq.sendy.checkout.model;

import org.jspecify.annotations.NullMarked;
