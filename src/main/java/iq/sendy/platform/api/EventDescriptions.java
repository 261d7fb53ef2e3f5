package iq.sendy.platform.api;

import java.util.List;

/** Whoever sends events tells the document what they are. */
public interface EventDescriptions {

    List<EventDescription> all();
}
