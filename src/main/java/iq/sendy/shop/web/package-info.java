/** Its pages, and what programs are told of them. */
@NullMarked
package iq.sendy.shop.web;

import org.jspecify.annotations.NullMarked;
