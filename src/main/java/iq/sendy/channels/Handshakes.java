package iq.sendy.channels;

import iq.sendy.channels.store.ChannelStore;
import iq.sendy.channels.store.VerifyTokenDirectory;
import iq.sendy.channels.store.VerifyTokenDirectory.ProvenChannel;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.RunAsTenant;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Handshakes of Meta: whoever names a verify token of ours is told what they challenged us with. */
@Service
public class Handshakes {

    private final VerifyTokenDirectory tokens;
    private final DirectoryEntries directories;
    private final ChannelStore channels;
    private final RunAsTenant runAsTenant;
    private final Pipeline pipeline;
    private final Clock clock;

    Handshakes(
            VerifyTokenDirectory tokens,
            DirectoryEntries directories,
            ChannelStore channels,
            RunAsTenant runAsTenant,
            Pipeline pipeline,
            Clock clock) {
        this.tokens = tokens;
        this.directories = directories;
        this.channels = channels;
        this.runAsTenant = runAsTenant;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** Notes at the channel that Meta knows its token. It runs at no store. */
    @Transactional
    public ProveWebHook.Result prove(ProveWebHook command) {
        var proven = channel(command.type(), command.token());
        if (proven.isEmpty()) {
            return new ProveWebHook.Result.Unknown();
        }
        var store = proven.get().store();
        runAsTenant.in(
                store, () -> pipeline.ask(channels.proven(store, proven.get().channel(), clock.instant())));
        return new ProveWebHook.Result.Proven();
    }

    /** The index finds a digest under our pepper, which tells who guesses nothing; the last word is in constant time. */
    private Optional<ProvenChannel> channel(ChannelType type, String token) {
        var digest = directories.digest(type, token);
        return pipeline.ask(tokens.find(type, digest))
                .first()
                .filter(found -> found.digest().equals(digest));
    }
}
