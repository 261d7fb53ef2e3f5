package iq.sendy.media;

/** What became of a file that a reply is to bring. */
public sealed interface KeptReplyFile {

    /** It is kept, under a whole address at which anybody fetches it who knows it. */
    record KeptAt(String url) implements KeptReplyFile {}

    /** The store keeps as much for its replies as it may. */
    record NoRoom() implements KeptReplyFile {}
}
