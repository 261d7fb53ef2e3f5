package iq.sendy.platform.paper;

/** Where lines begin. */
public enum Direction {
    LEFT_TO_RIGHT,
    RIGHT_TO_LEFT
}
