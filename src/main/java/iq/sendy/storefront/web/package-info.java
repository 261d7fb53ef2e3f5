/** Storefronts on the wire. */
@NullMarked
package iq.sendy.storefront.web;

import org.jspecify.annotations.NullMarked;
