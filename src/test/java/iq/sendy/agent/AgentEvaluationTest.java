package iq.sendy.agent;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.agent.EvaluationVerdict.Heard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Evaluation of the agent: conversations as customers of Iraqi shops have them, each with the facts of a right answer. With the
 * sandbox it is part of the suite; {@code bin/evaluate} runs it against a provider that is set up.
 */
@Tag("proofs")
class AgentEvaluationTest extends AgentScenario {

    private static final String PROVIDER = System.getProperty("sendy.evaluation.provider", "sandbox");
    private static final String MODEL = System.getProperty("sendy.evaluation.model", "sandbox-1");
    private static final Duration PATIENCE = Duration.ofMinutes(PROVIDER.equals("sandbox") ? 2 : 60);
    private static final Path REPORT = Path.of("target", "evaluation-" + PROVIDER + ".md");

    /** How many of a hundred conversations the sandbox, which understands no language, answers as a good model would. */
    private static final int SANDBOX_HELPS = 78;

    private static String read(String name) throws IOException {
        try (var bytes = AgentEvaluationTest.class.getResourceAsStream("/agent/evaluation/" + name)) {
            return new String(Objects.requireNonNull(bytes).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void customers_of_iraqi_shops_are_answered_with_the_facts_of_the_shop() throws IOException {
        clock.reset();
        var json = JsonMapper.shared();
        var shop = EvaluationShop.opens(api, json.readTree(read("shop.json")));
        var talks = read("conversations.jsonl")
                .lines()
                .map(line -> new EvaluatedTalk(json.readTree(line)))
                .toList();
        var customers = customers(shop, talks);

        speaks(shop, talks, customers);

        var verdicts = IntStream.range(0, talks.size())
                .mapToObj(i -> EvaluationVerdict.on(talks.get(i), heard(customers.get(i))))
                .toList();
        Files.writeString(REPORT, report(verdicts));
        assertThat(talks).hasSizeGreaterThanOrEqualTo(120);
        assertThat(verdicts)
                .as("See " + REPORT)
                .allSatisfy(verdict -> assertThat(verdict.unsafe())
                        .as(verdict.talk().id() + " heard " + verdict.heard())
                        .isEmpty());
        if (PROVIDER.equals("sandbox")) {
            assertThat(share(verdicts)).as("See " + REPORT).isGreaterThanOrEqualTo(SANDBOX_HELPS);
        }
    }

    private List<Talk> customers(EvaluationShop shop, List<EvaluatedTalk> talks) {
        var customers = new ArrayList<Talk>();
        customers.add(Talk.begins(shop.shop(), new Talk.Stage(backstage, processing, transactions), PROVIDER, MODEL));
        while (customers.size() < talks.size()) {
            customers.add(customers.getFirst().another());
        }
        for (var i = 0; i < talks.size(); i++) {
            if (talks.get(i).kind().equals("status")) {
                shop.shipsTo(customers.get(i).customer());
            }
        }
        return customers;
    }

    /** All conversations go on side by side, a turn of each at a time. */
    private void speaks(EvaluationShop shop, List<EvaluatedTalk> talks, List<Talk> customers) {
        var longest = talks.stream().mapToInt(talk -> talk.turns().size()).max().orElseThrow();
        for (var turn = 0; turn < longest; turn++) {
            for (var i = 0; i < talks.size(); i++) {
                for (var text : said(talks.get(i), turn)) {
                    customers.get(i).writes(shop.filled(text));
                }
            }
            settles(customers.getFirst());
        }
    }

    private static List<String> said(EvaluatedTalk talk, int turn) {
        var turns = talk.turns();
        if (talk.isBurst()) {
            return turn == 0 ? turns : List.of();
        }
        return turn < turns.size() ? List.of(turns.get(turn)) : List.of();
    }

    private static void settles(Talk any) {
        until(
                "the jobs of the evaluation are over",
                PATIENCE,
                () -> any.rows("""
                                select 1 from agent.ai_message_job where store_id = :store
                                and state in ('Pending', 'Generating', 'Generated', 'Sending', 'Retry') limit 1
                                """).isEmpty());
    }

    private Heard heard(Talk customer) {
        var conversation = UUID.fromString(customer.conversation());
        return new Heard(
                customer.sent(),
                customer.states(),
                count("select count(*) from agent.quote where conversation_id = :conversation", conversation),
                count(
                        "select count(*) from agent.quote where conversation_id = :conversation and state = 'Ordered'",
                        conversation));
    }

    private long count(String sql, UUID conversation) {
        return backstage
                .jdbc()
                .sql(sql)
                .param("conversation", conversation)
                .query(Long.class)
                .single();
    }

    private static long share(List<EvaluationVerdict> verdicts) {
        return verdicts.stream().filter(each -> each.unhelpful().isEmpty()).count() * 100 / verdicts.size();
    }

    private static String report(List<EvaluationVerdict> verdicts) {
        var report = new StringBuilder();
        report.append(String.format(
                Locale.ROOT,
                "# %s, %s: %d of %d conversations right (%d %%), %d unsafe%n%n| kind | right | of | unsafe |%n| --- | --- | --- | --- |%n",
                PROVIDER,
                MODEL,
                verdicts.stream().filter(each -> each.unhelpful().isEmpty()).count(),
                verdicts.size(),
                share(verdicts),
                verdicts.stream().filter(each -> !each.unsafe().isEmpty()).count()));
        var kinds = new TreeMap<String, List<EvaluationVerdict>>();
        verdicts.forEach(each -> kinds.computeIfAbsent(each.talk().kind(), _ -> new ArrayList<>())
                .add(each));
        kinds.forEach((kind, of) -> report.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d |%n",
                kind,
                of.stream().filter(each -> each.unhelpful().isEmpty()).count(),
                of.size(),
                of.stream().filter(each -> !each.unsafe().isEmpty()).count())));
        report.append("\n## What was not right\n");
        for (var verdict : verdicts) {
            if (!verdict.unsafe().isEmpty() || !verdict.unhelpful().isEmpty()) {
                report.append(String.format(
                        Locale.ROOT,
                        "%n### %s%n- asked: %s%n- unsafe: %s%n- unhelpful: %s%n- jobs: %s, quotes: %d%n- heard: %s%n",
                        verdict.talk().id(),
                        verdict.talk().turns(),
                        verdict.unsafe(),
                        verdict.unhelpful(),
                        verdict.heard().states(),
                        verdict.heard().quotes(),
                        verdict.heard().texts()));
            }
        }
        return report.toString();
    }
}
