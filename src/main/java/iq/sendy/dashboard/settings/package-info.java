/** Settings: the checklist of a new shop, the shop's own pages, its people, its programs and its channels. */
@NullMarked
package iq.sendy.dashboard.settings;

import org.jspecify.annotations.NullMarked;
