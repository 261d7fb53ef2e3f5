package iq.sendy.apidocs;

/** Audience of a document: what is served at two doors stands twice for everybody, and once for those who use one. */
public enum Audience {
    EVERYBODY,
    PEOPLE,
    PROGRAMS;

    boolean reads(ApiOperation apiOperation) {
        return switch (this) {
            case EVERYBODY -> true;
            case PEOPLE -> !apiOperation.keyDoor();
            case PROGRAMS -> apiOperation.keyDoor() || (apiOperation.open() && !apiOperation.unsafe());
        };
    }
}
