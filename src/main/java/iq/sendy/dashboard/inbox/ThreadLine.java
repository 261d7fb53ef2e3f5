package iq.sendy.dashboard.inbox;

import iq.sendy.messaging.MediaView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message or a note as a line of a conversation.
 *
 * @param day that begins with it; null where it goes on
 * @param author who wrote it; null for the customer
 * @param time of the day
 */
record ThreadLine(
        String id,
        ThreadSide side,
        @Nullable String day,
        @Nullable String author,
        String time,
        ThreadBody body,
        @Nullable LineFate fate) {

    /** Whose line it is; a note is no message, and the customer never sees it. */
    enum ThreadSide {
        THEIRS,
        OURS,
        NOTE
    }

    /**
     * What it says.
     *
     * @param text null where it has none
     * @param kind the word for what it is where that is no text
     * @param file that we sent; null where we sent none
     * @param mark what became of it afterwards: it was edited or taken back; null where nothing did
     */
    record ThreadBody(
            @Nullable String text,
            @Nullable String kind,
            @Nullable SentFile file,
            @Nullable String reaction,
            @Nullable String mark,
            List<LineMedium> media) {

        ThreadBody {
            media = List.copyOf(media);
        }
    }

    /**
     * A picture or document that we sent.
     *
     * @param url of the whole
     * @param path of what the line shows of a picture
     * @param fileName of a document; null of a picture
     */
    record SentFile(String url, String path, @Nullable String fileName) {}

    /**
     * A medium of it.
     *
     * @param url where its bytes are; null while they are not here
     * @param word what it is, or why it is not here
     */
    record LineMedium(MediaView medium, @Nullable String url, String word) {}

    /**
     * What became of a message of ours.
     *
     * @param reason why it did not arrive; null where it did
     * @param again whether a person has to decide on sending it once more
     */
    record LineFate(
            String tone, String icon, String word, @Nullable String reason, boolean again) {}
}
