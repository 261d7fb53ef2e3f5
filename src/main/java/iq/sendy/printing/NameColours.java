package iq.sendy.printing;

/**
 * Colours of a name's picture, as red, green and blue.
 *
 * @param ink of the letters
 */
public record NameColours(int ground, int ink) {}
