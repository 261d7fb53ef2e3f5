package iq.sendy.platform.sheets;

/** The file is no table that can be read, or more than is taken. */
public class UnreadableSheet extends Exception {

    UnreadableSheet(String why) {
        super(why);
    }
}
