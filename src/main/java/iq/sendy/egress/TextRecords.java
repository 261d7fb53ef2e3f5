package iq.sendy.egress;

import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.platform.tenancy.OutsideTransaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * TXT records of names, asked of the name servers anew each time: what somebody wrote there a moment ago counts. Few at once
 * for each store, so that names that do not answer cost whoever gave them.
 */
@Component
public class TextRecords {

    private static final Logger LOG = LoggerFactory.getLogger(TextRecords.class);

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int OF_ONE_STORE = 2;
    private static final int OF_ALL = 64;
    private static final int MOST_ALIASES = 8;
    private static final int MOST_LINES = 100;

    private final DnsClient dns;
    private final FairBulkhead permits = new FairBulkhead(OF_ONE_STORE, OF_ALL);

    TextRecords(DnsClient dns) {
        this.dns = dns;
    }

    /**
     * The lines that a name has; none where there is no such name, and where nobody answers for it.
     *
     * @throws ResolverBusy when nobody was asked
     */
    public List<String> find(String host) throws ResolverBusy {
        OutsideTransaction.require("Asking for a record");
        var store = CurrentTenant.CURRENT.get();
        try {
            if (!permits.acquire(store, PATIENCE)) {
                throw new ResolverBusy();
            }
            try {
                return lines(Name.fromString(host, Name.root));
            } finally {
                permits.release(store);
            }
        } catch (TextParseException noName) {
            return List.of();
        } catch (IOException silent) {
            LOG.debug("No name server answered for a record", silent);
            return List.of();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** Follows aliases, most of which a recursive server has followed already. */
    private List<String> lines(Name asked) throws IOException {
        var end = System.nanoTime() + LONGEST.toNanos();
        var name = asked;
        for (var aliases = 0; aliases <= MOST_ALIASES; aliases++) {
            var answer = dns.ask(name, Type.TXT, end);
            var target = target(answer, name);
            var lines = lines(answer, target);
            if (!lines.isEmpty() || target.equals(name) || answer.getRcode() == Rcode.NXDOMAIN) {
                return lines;
            }
            name = target;
        }
        return List.of();
    }

    /** Where the aliases of an answer end. */
    private static Name target(Message answer, Name asked) {
        var name = asked;
        for (var aliases = 0; aliases < MOST_ALIASES; aliases++) {
            var before = name;
            for (var record : answer.getSection(Section.ANSWER)) {
                if (record instanceof CNAMERecord alias && alias.getName().equals(before)) {
                    name = alias.getTarget();
                }
            }
            if (name.equals(before)) {
                return name;
            }
        }
        return name;
    }

    /** A long line comes in pieces, which belong together. */
    private static List<String> lines(Message answer, Name name) {
        var lines = new ArrayList<String>();
        for (var record : answer.getSection(Section.ANSWER)) {
            if (record instanceof TXTRecord text && text.getName().equals(name) && lines.size() < MOST_LINES) {
                var line = new StringBuilder();
                text.getStringsAsByteArrays()
                        .forEach(piece -> line.append(new String(piece, StandardCharsets.ISO_8859_1)));
                lines.add(line.toString());
            }
        }
        return lines;
    }
}
