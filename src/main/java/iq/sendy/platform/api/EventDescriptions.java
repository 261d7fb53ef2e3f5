package iq.sendy.platform.api;

import java.util.List;

/** Descriptions of events, which whoever sends them gives the OpenAPI document. */
public interface EventDescriptions {

    List<EventDescription> all();
}
