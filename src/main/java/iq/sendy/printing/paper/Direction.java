package iq.sendy.printing.paper;

/** Where lines begin. */
public enum Direction {
    LEFT_TO_RIGHT,
    RIGHT_TO_LEFT
}
