/** The counter: its register, which goes on selling without a network, its sessions, and what is at hand there. */
@NullMarked
package iq.sendy.dashboard.cashier;

import org.jspecify.annotations.NullMarked;
