/** What Sendy survives, shown on real processes: kills, two at once, refused starts, stops under load. */
@NullMarked
package iq.sendy.faults;

import org.jspecify.annotations.NullMarked;
