/** The room of controllers with their request and answer records. */
@NullMarked
package iq.sendy.billing.web;

import org.jspecify.annotations.NullMarked;
