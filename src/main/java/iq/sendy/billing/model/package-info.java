/** Rules of plans and periods, without a clock. */
@NullMarked
package iq.sendy.billing.model;

import org.jspecify.annotations.NullMarked;
