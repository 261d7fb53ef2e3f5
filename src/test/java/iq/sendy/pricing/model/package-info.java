@NullMarked
package iq.sendy.pricing.model;

import org.jspecify.annotations.NullMarked;
