package iq.sendy.simulator.web;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.InputText;
import iq.sendy.meta.MessageKind;
import iq.sendy.simulator.GraphFault;
import iq.sendy.simulator.SimulatedMedia.SimulatedFile;
import iq.sendy.simulator.SimulatedPhones.PhoneDeed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The forms of a phone's page; one that says nothing is no deed. */
@Component
class PhoneForms {

    private static final int MOST_TEXT = 4_096;
    private static final Set<String> REACTIONS = Set.of("", "❤️", "👍", "😂");

    private final SimulatedFile voice;

    PhoneForms() {
        try {
            var bytes = new ClassPathResource("simulator/voice.ogg").getContentAsByteArray();
            this.voice = new SimulatedFile(Bytes.of(bytes), "audio/ogg; codecs=opus", "voice.ogg");
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    Optional<PhoneDeed> deed(String act, HttpServletRequest request) {
        return Optional.ofNullable(read(act, request));
    }

    private @Nullable PhoneDeed read(String act, HttpServletRequest request) {
        var message = field(request, "message");
        return switch (act) {
            case "write" -> {
                var text = text(request);
                yield text.isEmpty() ? null : new PhoneDeed.Write(text, message.isEmpty() ? null : message);
            }
            case "edit" -> {
                var text = text(request);
                yield text.isEmpty() ? null : new PhoneDeed.Edit(message, text);
            }
            case "voice" -> new PhoneDeed.SendFile(MessageKind.AUDIO, voice, null);
            case "place" -> new PhoneDeed.SendPlace();
            case "react" -> {
                var emoji = field(request, "emoji");
                yield REACTIONS.contains(emoji) ? new PhoneDeed.React(message, emoji) : null;
            }
            case "press" -> new PhoneDeed.Press(message, field(request, "button"));
            case "unsend" -> new PhoneDeed.Unsend(message);
            case "repeat" -> new PhoneDeed.Repeat();
            case "fault" -> fault(field(request, "fault"));
            default -> null;
        };
    }

    private static @Nullable PhoneDeed fault(String word) {
        return Arrays.stream(GraphFault.values())
                .filter(fault -> fault.word().equals(word))
                .findFirst()
                .map(PhoneDeed.Ask::new)
                .orElse(null);
    }

    /** People type line breaks, which stay; a text beyond what a phone lets them write is cut. */
    private static String text(HttpServletRequest request) {
        var typed = field(request, "text");
        var bounded = typed.length() > MOST_TEXT ? typed.substring(0, MOST_TEXT) : typed;
        return InputText.blank(bounded) ? "" : bounded.strip();
    }

    private static String field(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
