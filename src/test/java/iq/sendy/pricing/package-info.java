@NullMarked
package iq.sendy.pricing;

import org.jspecify.annotations.NullMarked;
