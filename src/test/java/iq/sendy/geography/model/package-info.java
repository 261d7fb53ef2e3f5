@NullMarked
package iq.sendy.geography.model;

import org.jspecify.annotations.NullMarked;
