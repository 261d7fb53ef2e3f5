@NullMarked
package iq.sendy.customers;

import org.jspecify.annotations.NullMarked;
