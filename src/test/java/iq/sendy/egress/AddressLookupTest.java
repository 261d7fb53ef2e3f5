package iq.sendy.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.Waiting;
import iq.sendy.egress.NameLookup.Addresses;
import iq.sendy.fakes.FakeNameServer;
import iq.sendy.platform.settings.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import org.xbill.DNS.hosts.HostsFileParser;

/** Names as servers answer them: in parts, in two families, with aliases, too long, wrongly, or not at all. */
class AddressLookupTest {

    /** What a look-up may take, and a machine that is busy with other tests. */
    private static final Duration IN_TIME = AddressLookup.LONGEST.plusSeconds(5);

    private final FakeNameServer server = new FakeNameServer();

    private Path directory;
    private AddressLookup lookup;

    @BeforeEach
    void begin(@TempDir Path fresh) throws IOException {
        directory = fresh;
        Files.writeString(directory.resolve("hosts"), "127.0.0.9 listed.example listed\n::9 listed.example # both\n");
        lookup = lookup(server.address());
    }

    private AddressLookup lookup(String servers) {
        var dns = new DnsClient(new NameServers(servers, directory.resolve("resolv.conf")));
        return new AddressLookup(new HostsFileParser(directory.resolve("hosts")), dns, SystemResolver.ofWholeNames());
    }

    @AfterEach
    void end() {
        lookup.close();
        server.close();
    }

    private Addresses find(String name) throws UnknownHostException, ResolverBusy {
        return lookup.find(name);
    }

    private Addresses found(String name) {
        try {
            return find(name);
        } catch (UnknownHostException | ResolverBusy broken) {
            throw new AssertionError(broken);
        }
    }

    private void hasNone(String name) throws ResolverBusy {
        try {
            assertThat(find(name).all()).isEmpty();
        } catch (UnknownHostException unknown) {
            assertThat(unknown).hasMessageContaining(name);
        }
    }

    @Test
    void both_families_are_asked_and_the_shorter_life_counts() throws Exception {
        server.says("both.example", 60, "93.184.215.14", "93.184.215.15", "2606:4700::1111");

        // The second family is waited for half a second; a busy machine may need longer.
        var both =
                Waiting.until(() -> found("both.example"), found -> found.all().size() == 3);
        assertThat(both.all())
                .extracting(InetAddress::getHostAddress)
                .containsExactlyInAnyOrder("93.184.215.14", "93.184.215.15", "2606:4700:0:0:0:0:0:1111");
        assertThat(both.life()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aliases_are_followed_also_where_the_server_did_not() throws Exception {
        server.alias("shop.example", 5, "www.example");
        server.alias("www.example", 300, "host.elsewhere.example");
        server.says("host.elsewhere.example", 300, "93.184.215.14");

        assertThat(find("shop.example").all()).hasSize(1);
        assertThat(find("shop.example").life()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aliases_in_a_circle_end() throws Exception {
        server.alias("one.example", 5, "two.example");
        server.alias("two.example", 5, "one.example");

        hasNone("one.example");
        assertThat(server.asked("example")).isLessThan(10);
    }

    @Test
    void an_answer_too_long_for_a_datagram_comes_by_tcp() throws Exception {
        server.says("long.example", 60, addresses(60));
        server.truncates("long.example");

        assertThat(find("long.example").all()).hasSize(60);
    }

    @Test
    void more_addresses_than_can_be_judged_are_none() throws Exception {
        server.says("endless.example", 60, addresses(65));
        server.truncates("endless.example");

        hasNone("endless.example");
    }

    private static String[] addresses(int count) {
        return IntStream.range(0, count).mapToObj(i -> "93.184.215." + i).toArray(String[]::new);
    }

    @Test
    void a_guess_at_an_answer_is_passed_over() throws Exception {
        server.says("guessed.example", 60, "93.184.215.14");
        server.letsOthersGuessAt("guessed.example");

        assertThat(find("guessed.example").all()).hasSize(1);
        assertThat(server.asked("guessed.example")).isEqualTo(2);
    }

    @Test
    void a_name_that_is_not_there_is_asked_for_once_in_each_family() throws Exception {
        hasNone("nowhere.example");
        assertThat(server.asked("nowhere.example")).isEqualTo(2);
    }

    @Test
    void a_server_that_fails_is_asked_once_more_and_then_the_next() throws Exception {
        server.failsAt("failing.example");
        hasNone("failing.example");
        assertThat(server.asked("failing.example")).isEqualTo(4);

        try (var second = new FakeNameServer();
                var two = lookup(server.address() + ", " + second.address())) {
            second.says("failing.example", 60, "93.184.215.14");
            assertThat(two.find("failing.example").all()).hasSize(1);
        }
    }

    @Test
    void a_server_that_is_silent_is_given_up_in_time() throws Exception {
        server.isSilentAbout(".silent.example");
        var began = System.nanoTime();

        hasNone("a.silent.example");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(IN_TIME);
        assertThat(server.asked("a.silent.example")).isEqualTo(4);
    }

    @Test
    void one_family_does_not_wait_for_the_silence_of_the_other() throws Exception {
        server.says("half.example", 60, "93.184.215.14");
        server.isSilentAbout("half.example/AAAA");
        var began = System.nanoTime();

        assertThat(find("half.example").all()).hasSize(1);
        // Two tries of two seconds are the silence of the other.
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void the_hosts_file_comes_first_and_no_search_list_is_tried() throws Exception {
        server.says("listed.example", 60, "93.184.215.14");
        Files.writeString(directory.resolve("resolv.conf"), "search example\noptions ndots:5\n");

        assertThat(find("listed.example").all())
                .extracting(InetAddress::getHostAddress)
                .containsExactly("127.0.0.9", "0:0:0:0:0:0:0:9");
        assertThat(server.asked("listed.example")).isZero();
        hasNone("listed.elsewhere");
        assertThat(server.asked("example")).isZero();
    }

    @Test
    void a_hosts_file_that_cannot_be_read_hides_no_server() throws Exception {
        server.says("plain.example", 60, "93.184.215.14");
        Files.write(directory.resolve("hosts"), new byte[] {'#', (byte) 0xff, '\n'});

        assertThat(find("plain.example").all()).hasSize(1);
    }

    @Test
    void other_records_are_asked_for_the_same_way() throws Exception {
        server.alias("proof.example", 5, "target.example");
        var dns = new DnsClient(new NameServers(server.address(), directory.resolve("none")));

        var answer = dns.ask(Name.fromString("proof.example."), Type.TXT, System.nanoTime() + IN_TIME.toNanos());

        assertThat(answer.getSection(Section.ANSWER)).hasSize(1);
    }

    @Test
    void the_machines_servers_are_read_as_they_are_now() throws Exception {
        var file = directory.resolve("resolv.conf");
        var servers = new NameServers("", file);
        assertThat(servers.list()).isEmpty();

        Files.writeString(
                file, "# stub\nnameserver 127.0.0.53\nsearch lan\n nameserver  fd00::53\nnameserver nonsense\n");

        assertThat(servers.list())
                .containsExactly(
                        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.53"), 53),
                        new InetSocketAddress(InetAddress.ofLiteral("fd00::53"), 53));
    }

    @Test
    void without_a_server_there_are_the_hosts_file_and_the_machine() throws Exception {
        try (var machine = lookup("")) {
            assertThat(machine.find("listed.example").all()).hasSize(2);
            assertThatThrownBy(() -> machine.find("nowhere.invalid")).isInstanceOf(UnknownHostException.class);
        }
    }

    @Test
    void servers_are_named_with_and_without_a_port() {
        assertThat(new NameServers("192.0.2.53, [fd00::1]:5353,fd00::2", directory).list())
                .extracting(InetSocketAddress::getPort)
                .containsExactly(53, 5353, 53);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dns.example", "127.0.0.1:0", "127.0.0.1:65536", "127.0.0.1:x", ":53", "1.2.3.4:53:53"})
    void a_wrong_list_of_servers_stops_the_start_with_one_line(String setting) {
        assertThatThrownBy(() -> new NameServers(setting, directory))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("SENDY_DNS_SERVERS must be");
    }
}
