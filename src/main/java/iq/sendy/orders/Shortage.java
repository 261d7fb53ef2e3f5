package iq.sendy.orders;

/** A line that asks for more than there is; {@code available} is what could be sold. */
public record Shortage(int line, String sku, long available) {}
