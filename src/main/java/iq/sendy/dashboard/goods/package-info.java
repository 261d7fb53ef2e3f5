/** Screens of what the shop has to sell: products, their categories and pictures, stock, and what is bought of suppliers. */
@NullMarked
package iq.sendy.dashboard.goods;

import org.jspecify.annotations.NullMarked;
