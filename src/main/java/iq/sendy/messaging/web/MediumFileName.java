package iq.sendy.messaging.web;

import iq.sendy.kernel.FileNames;
import iq.sendy.messaging.StoredMedium;
import java.util.Locale;
import java.util.Map;

/** The name under which a medium is saved: as its sender called it. */
final class MediumFileName {

    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/png", ".png"),
            Map.entry("audio/ogg", ".ogg"),
            Map.entry("audio/amr", ".amr"),
            Map.entry("audio/mpeg", ".mp3"),
            Map.entry("audio/aac", ".aac"),
            Map.entry("audio/wav", ".wav"),
            Map.entry("audio/mp4", ".m4a"),
            Map.entry("video/mp4", ".mp4"),
            Map.entry("video/3gpp", ".3gp"),
            Map.entry("video/quicktime", ".mov"),
            Map.entry("video/webm", ".webm"),
            Map.entry("application/pdf", ".pdf"),
            Map.entry("application/zip", ".zip"));

    private MediumFileName() {}

    static String of(StoredMedium medium) {
        var given = medium.fileName() == null ? "" : FileNames.safe(medium.fileName());
        if (!given.isEmpty()) {
            return given;
        }
        return medium.kind().toString().toLowerCase(Locale.ROOT) + "-" + medium.id()
                + ENDINGS.getOrDefault(medium.mediaType(), ".bin");
    }
}
