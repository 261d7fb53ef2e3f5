/** Rules of storefronts. */
@NullMarked
package iq.sendy.storefront.model;

import org.jspecify.annotations.NullMarked;
