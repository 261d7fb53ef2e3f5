/** Tables of storefronts. */
@NullMarked
package iq.sendy.storefront.store;

import org.jspecify.annotations.NullMarked;
