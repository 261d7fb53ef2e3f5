package iq.sendy.simulator.web;

import iq.sendy.platform.url.PublicUrl;
import iq.sendy.simulator.ChatLine;
import iq.sendy.simulator.SimulatedMedia;
import iq.sendy.simulator.SimulatedMedia.SimulatedFile;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the lines of a page, with their pictures: those that lie with the simulator inside the page, since it serves none. */
@Component
class PhoneLines {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final ZoneId ZONE = ZoneId.of("Asia/Baghdad");
    private static final int MOST_INSIDE = 2 << 20;
    private static final Set<String> SHOWN = Set.of("image/jpeg", "image/png", "image/webp", "image/gif");

    private final SimulatedMedia media;
    private final PublicUrl publicUrl;

    PhoneLines(SimulatedMedia media, PublicUrl publicUrl) {
        this.media = media;
        this.publicUrl = publicUrl;
    }

    List<LineView> of(List<ChatLine> lines) {
        return lines.stream().map(line -> view(line, lines)).toList();
    }

    private LineView view(ChatLine line, List<ChatLine> all) {
        var id = line.content().mediaId();
        var file = id == null ? null : media.find(id).orElse(null);
        var picture = file == null ? linked(line.content().link()) : inside(file);
        var quoted = all.stream()
                .filter(other -> other.id().equals(line.content().inReplyTo()))
                .findFirst()
                .orElse(null);
        var named = file == null ? line.content().link() : file.fileName();
        return new LineView(
                line,
                picture,
                picture == null ? named : null,
                quoted,
                TIME.format(line.at().atZone(ZONE)));
    }

    /** A picture of ours alone: no page of ours asks servers that others chose. */
    private @Nullable String linked(@Nullable String link) {
        return link != null && publicUrl.leadsBelow("/media/", link)
                ? link.substring(publicUrl.of("").length())
                : null;
    }

    private static @Nullable String inside(SimulatedFile file) {
        return SHOWN.contains(file.mimeType()) && file.content().length() <= MOST_INSIDE
                ? "data:" + file.mimeType() + ";base64,"
                        + Base64.getEncoder().encodeToString(file.content().toArray())
                : null;
    }
}
