@NullMarked
package iq.sendy.geography;

import org.jspecify.annotations.NullMarked;
