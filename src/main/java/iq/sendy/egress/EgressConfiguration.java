package iq.sendy.egress;

import iq.sendy.platform.settings.StartRefused;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xbill.DNS.hosts.HostsFileParser;

/**
 * Reads {@code SENDY_EGRESS_ALLOW}, networks in CIDR form, and {@code SENDY_DNS_SERVERS}, addresses of name servers, each
 * separated by commas.
 */
@Configuration(proxyBeanMethods = false)
class EgressConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EgressConfiguration.class);
    private static final Path RESOLV_CONF = Path.of("/etc/resolv.conf");

    @Bean
    AddressPolicy addressPolicy(@Value("${sendy.egress.allow:}") String allow) {
        var policy = new AddressPolicy(networks(allow));
        if (!policy.opensNothing()) {
            LOG.warn("SENDY_EGRESS_ALLOW opens {} to addresses that users give, with plain http", allow.strip());
        }
        return policy;
    }

    /** Whatever is asked of name servers goes through it: addresses now, and records of other types. */
    @Bean
    DnsClient dnsClient(@Value("${sendy.dns.servers:}") String servers) {
        return new DnsClient(new NameServers(servers, RESOLV_CONF));
    }

    @Bean(destroyMethod = "close")
    AddressLookup addressLookup(DnsClient dns) {
        return new AddressLookup(new HostsFileParser(), dns, SystemResolver.ofWholeNames());
    }

    @Bean(destroyMethod = "close")
    GuardedClient guardedClient(AddressPolicy policy, AddressLookup lookup) throws GeneralSecurityException {
        return new GuardedClient(policy, new SharedResolver(lookup), GuardedSocket::new, tls());
    }

    @Bean(destroyMethod = "close")
    SystemResolver resolverOfOperators() {
        return SystemResolver.ofShortNames();
    }

    @Bean(destroyMethod = "close")
    OperatorClient operatorClient(SystemResolver resolver) throws GeneralSecurityException {
        return new OperatorClient(resolver, GuardedSocket::new, tls());
    }

    static List<CidrBlock> networks(String allow) {
        try {
            return Stream.of(allow.split(","))
                    .map(String::strip)
                    .filter(entry -> !entry.isEmpty())
                    .map(CidrBlock::of)
                    .toList();
        } catch (IllegalArgumentException wrong) {
            throw new StartRefused(
                    "SENDY_EGRESS_ALLOW must be networks like 127.0.0.1/32, separated by commas: " + wrong.getMessage(),
                    wrong);
        }
    }

    /** The JVM's authorities, and no certificate of our own, which the default context might send along. */
    private static SSLSocketFactory tls() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        return context.getSocketFactory();
    }
}
