package iq.sendy.simulator;

import iq.sendy.kernel.Bytes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Files that lie with the simulator as they would with Meta: the newest, up to so many bytes. */
@Component
public class SimulatedMedia {

    /** The most bytes of one file; what phones send is smaller. */
    public static final int MOST_OF_ONE = 8 << 20;

    private static final long MOST = 32L << 20;

    private final Map<String, SimulatedFile> files = new LinkedHashMap<>();
    private long held;

    /** A file with the type that its sender gave. */
    public record SimulatedFile(Bytes content, String mimeType, String fileName) {}

    synchronized void keep(String id, SimulatedFile file) {
        files.put(id, file);
        held += file.content().length();
        var oldest = files.entrySet().iterator();
        while (held > MOST && files.size() > 1) {
            held -= oldest.next().getValue().content().length();
            oldest.remove();
        }
    }

    public synchronized Optional<SimulatedFile> find(String id) {
        return Optional.ofNullable(files.get(id));
    }
}
