package iq.sendy.messaging;

import iq.sendy.meta.MessageEcho;
import java.util.UUID;

/** An echo that is looked at again, as its job carries it. */
public record WaitingEcho(UUID channel, MessageEcho echo) {

    /** The kind of that job. */
    public static final String JOB = "messaging.settle-echo";
}
