@NullMarked
package iq.sendy.geography.web;

import org.jspecify.annotations.NullMarked;
