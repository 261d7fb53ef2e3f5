/** What storefronts do about events of other modules. */
@NullMarked
package iq.sendy.storefront.listeners;

import org.jspecify.annotations.NullMarked;
