/** Money: discounts, what delivery costs, expenses, and links that are credited with what comes by them. */
@NullMarked
package iq.sendy.dashboard.money;

import org.jspecify.annotations.NullMarked;
