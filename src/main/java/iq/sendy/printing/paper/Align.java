package iq.sendy.printing.paper;

/** Where in its width a text stands; start and end depend on the paper's direction. */
public enum Align {
    START,
    CENTRE,
    END
}
