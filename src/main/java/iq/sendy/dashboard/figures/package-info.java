/** Figures: how sales and cash go, over any days. */
@NullMarked
package iq.sendy.dashboard.figures;

import org.jspecify.annotations.NullMarked;
