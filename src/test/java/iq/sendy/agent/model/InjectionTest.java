package iq.sendy.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.agent.GateVerdict;
import iq.sendy.agent.ReplyDraft;
import iq.sendy.agent.ShopFacts;
import iq.sendy.agent.TurnFacts;
import iq.sendy.kernel.Currency;
import iq.sendy.llm.ChatTurn.UserTurn;
import iq.sendy.messaging.AuthorKind;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.messaging.SaidMessage;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MessageKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A model that obeys whatever a customer tells it: none of its answers is sent. */
class InjectionTest {

    private static final ShopFacts FLORA =
            new ShopFacts("Flora", "flora", "sendy.example", Set.of("flora.example"), Set.of(), Currency.IQD, null);
    private static final TurnFacts TOLD = TurnFacts.of(Set.of(25_000L));
    private static final String SAID = "We are happy to help you with our products";

    @Test
    void no_answer_of_an_obedient_model_is_sent() throws IOException {
        var lines = table();

        var wrong = new ArrayList<String>();
        for (var line : lines) {
            var fields = line.split("\t", -1);
            var reply = fields[4].equals("@long") ? "hello ".repeat(5_000) : fields[4];
            var draft = new ReplyDraft(reply, language(fields[1]), ChannelType.WHATSAPP, List.of(SAID));
            var told = ReplyGate.judge(draft, TOLD, FLORA) instanceof GateVerdict.Failed(var rule)
                    ? rule.toString()
                    : "passed";
            if (!told.equals(fields[0])) {
                wrong.add(line + " was judged " + told);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void what_a_customer_writes_stands_in_the_customers_turn_alone() throws IOException {
        var shop = new AgentPrompt.Shop("Flora", Currency.IQD, ChannelType.WHATSAPP, null);
        var system = AgentPrompt.system(shop, ReplyLanguage.AR);
        for (var line : table()) {
            var text = line.split("\t", -1)[3];

            var turns = AgentPrompt.turns(List.of(new SaidMessage(
                    new UUID(0, 1), 1, AuthorKind.CUSTOMER, MessageKind.TEXT, text, null, Instant.EPOCH)));

            assertThat(turns).singleElement().isInstanceOf(UserTurn.class);
            assertThat(((UserTurn) turns.getFirst()).text().codePoints()).noneMatch(c -> c == 0x200B || c == 0x202E);
            assertThat(AgentPrompt.system(shop, ReplyLanguage.AR)).isEqualTo(system);
        }
    }

    private static ReplyLanguage language(String word) {
        return switch (word) {
            case "ckb" -> ReplyLanguage.CKB;
            case "kmr" -> ReplyLanguage.KMR;
            case "en" -> ReplyLanguage.EN;
            default -> ReplyLanguage.AR;
        };
    }

    private static List<String> table() throws IOException {
        try (var in = Objects.requireNonNull(InjectionTest.class.getResourceAsStream("/agent/injections.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
