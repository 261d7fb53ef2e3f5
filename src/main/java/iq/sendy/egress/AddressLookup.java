package iq.sendy.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.hosts.HostsFileParser;

/**
 * Stub resolver: all addresses of a name, from the hosts file, else by DNS with both families at once, else, where the
 * machine names no server, from its own resolver. A name is whole as it is; no search list is tried.
 */
final class AddressLookup implements NameLookup, AutoCloseable {

    static final Duration LONGEST = Duration.ofSeconds(5);

    /** When one family has addresses, a server that is silent about the other holds nobody up. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private static final int MOST_ALIASES = 8;

    /** All of them are judged, so a name with more is refused, not cut short. */
    private static final int MOST_ADDRESSES = 64;

    private static final Addresses NONE = new Addresses(List.of(), Duration.ZERO);
    private static final Logger LOG = LoggerFactory.getLogger(AddressLookup.class);

    private final HostsFileParser hosts;
    private final DnsClient dns;
    private final SystemResolver machine;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    AddressLookup(HostsFileParser hosts, DnsClient dns, SystemResolver machine) {
        this.hosts = hosts;
        this.dns = dns;
        this.machine = machine;
    }

    @Override
    public Addresses find(String host) throws UnknownHostException, ResolverBusy {
        var name = absolute(host);
        var own = Stream.concat(own(name, Type.A).stream(), own(name, Type.AAAA).stream())
                .toList();
        if (!own.isEmpty()) {
            return new Addresses(own, Duration.ZERO);
        }
        return dns.hasServers() ? both(name) : new Addresses(machine.resolve(host, LONGEST), Duration.ZERO);
    }

    private static Name absolute(String host) throws UnknownHostException {
        try {
            return Name.fromString(host, Name.root);
        } catch (TextParseException noName) {
            var unknown = new UnknownHostException(host);
            unknown.initCause(noName);
            throw unknown;
        }
    }

    /** A hosts file that cannot be read, for a letter that is no UTF-8 perhaps, lists nobody. */
    private Optional<InetAddress> own(Name name, int type) {
        try {
            return hosts.getAddressForHost(name, type);
        } catch (IOException unreadable) {
            LOG.warn("The hosts file cannot be read: {}", unreadable.toString());
            return Optional.empty();
        }
    }

    /** IPv4 first, as the JDK has it. */
    private Addresses both(Name name) {
        var end = System.nanoTime() + LONGEST.toNanos();
        var four = threads.submit(() -> chain(name, Type.A, end));
        var six = threads.submit(() -> chain(name, Type.AAAA, end));
        try {
            var first = answer(four, end);
            var soon = System.nanoTime() + GRACE.toNanos();
            var second = answer(six, first.all().isEmpty() || end - soon < 0 ? end : soon);
            return joined(first, second);
        } finally {
            four.cancel(true);
            six.cancel(true);
        }
    }

    private static Addresses joined(Addresses first, Addresses second) {
        if (first.all().isEmpty() || second.all().isEmpty()) {
            return first.all().isEmpty() ? second : first;
        }
        var all = Stream.concat(first.all().stream(), second.all().stream()).toList();
        return new Addresses(all, first.life().compareTo(second.life()) < 0 ? first.life() : second.life());
    }

    /** A family whose servers fail or are silent has no addresses now; the other may have some. */
    private static Addresses answer(Future<Addresses> question, long end) {
        try {
            return question.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            LOG.debug("A name server gave no answer", failed);
            return NONE;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return NONE;
        }
    }

    /** Follows aliases, most of which a recursive server has followed already. */
    private Addresses chain(Name asked, int type, long end) throws IOException {
        var name = asked;
        var life = Long.MAX_VALUE;
        var aliases = 0;
        while (true) {
            var answer = dns.ask(name, type, end);
            var before = name;
            for (var found = records(answer, name, type); ; found = records(answer, name, type)) {
                if (!found.isEmpty()) {
                    return addresses(found, life);
                }
                var alias = records(answer, name, Type.CNAME);
                if (alias.isEmpty()) {
                    break;
                }
                if (++aliases > MOST_ALIASES) {
                    throw new IOException("aliases without end");
                }
                life = Math.min(life, alias.getFirst().getTTL());
                name = ((CNAMERecord) alias.getFirst()).getTarget();
            }
            if (name.equals(before) || answer.getRcode() == Rcode.NXDOMAIN) {
                return NONE;
            }
        }
    }

    private static List<Record> records(Message answer, Name name, int type) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(record -> record.getType() == type && record.getName().equals(name))
                .toList();
    }

    private static Addresses addresses(List<Record> records, long life) throws IOException {
        if (records.size() > MOST_ADDRESSES) {
            throw new IOException(records.size() + " addresses");
        }
        var all = new ArrayList<InetAddress>();
        var shortest = life;
        for (var record : records) {
            shortest = Math.min(shortest, record.getTTL());
            switch (record) {
                case ARecord four -> all.add(four.getAddress());
                case AAAARecord six -> all.add(six.getAddress());
                default -> throw new IOException("no address");
            }
        }
        return new Addresses(all, Duration.ofSeconds(shortest));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        machine.close();
    }
}
