package iq.sendy.apidocs;

import iq.sendy.platform.api.PublicController;

/**
 * Audience of a document: what is served at two doors stands twice for everybody, and once for those who use one. What
 * visitors of shops do is no part of what an integration does, and neither is what Meta does.
 */
public enum Audience {
    EVERYBODY,
    PEOPLE,
    PROGRAMS;

    private static final String FROM_META = "/api/v1/webhooks/social/";

    boolean reads(ApiOperation apiOperation) {
        return switch (this) {
            case EVERYBODY -> true;
            case PEOPLE -> !apiOperation.keyDoor();
            case PROGRAMS ->
                apiOperation.keyDoor()
                        || (apiOperation.open()
                                && !apiOperation.unsafe()
                                && !apiOperation.path().startsWith(PublicController.PUBLIC_DOOR)
                                && !apiOperation.path().startsWith(FROM_META));
        };
    }
}
