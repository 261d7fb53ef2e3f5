package iq.sendy.media.model;

/** A file that is no picture we take; the message says why, to the program that sent it. */
public class UnreadablePicture extends Exception {

    public UnreadablePicture(String why) {
        super(why, null, false, false);
    }
}
