package iq.sendy.channels;

import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * App secrets that vouch for deliveries, opened once in this process. Which one counts is never known from here: each
 * delivery asks the directory for the revision of its owner, which is another one as soon as the secret is.
 */
@Component
public class VouchingSecrets {

    private static final int MOST = 10_000;

    private final OpenedSecrets opened;
    private final ReentrantLock lock = new ReentrantLock();
    private final SequencedMap<UUID, String> byRevision = new LinkedHashMap<>(16, 0.75f, true);

    VouchingSecrets(OpenedSecrets opened) {
        this.opened = opened;
    }

    /** What signs the deliveries of an owner as the directory has just named it; empty when nothing does. */
    public Optional<String> of(ChannelOwner owner) {
        var known = known(owner.revision());
        if (known != null) {
            return Optional.of(known);
        }
        var read = CurrentTenant.in(owner.store(), () -> opened.of(owner.store(), owner.channel()));
        read.ifPresent(secret -> keep(owner.revision(), secret));
        return read;
    }

    private @Nullable String known(UUID revision) {
        lock.lock();
        try {
            return byRevision.get(revision);
        } finally {
            lock.unlock();
        }
    }

    private void keep(UUID revision, String secret) {
        lock.lock();
        try {
            byRevision.put(revision, secret);
            if (byRevision.size() > MOST) {
                byRevision.pollFirstEntry();
            }
        } finally {
            lock.unlock();
        }
    }
}
