package iq.sendy.messaging;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.World.Backstage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Keeping the agent out of a conversation for a while, over HTTP. */
@Scenario
class AgentPauseTest {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    MovableClock clock;

    private Inbox inbox;
    private String id;

    @BeforeEach
    void open() {
        inbox = Inbox.opens(api, backstage);
        id = inbox.begins("زينب", "9647701234567");
        inbox.receives(id, "هلو", 1);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    private ObjectNode inAnHour() {
        return Api.object().put("until", clock.instant().plusSeconds(3_600).toString());
    }

    @Test
    void it_is_paused_and_resumed_at_both_doors_and_each_is_told_once() {
        var until = inAnHour();
        var paused = well(inbox.does(id, "pause-agent", until)).data();

        assertThat(paused.get("status").stringValue()).isEqualTo("Open");
        assertThat(paused.get("agentPausedUntil").stringValue()).isNotBlank();
        assertThat(paused.get("waitingSince").isNull()).isFalse();
        well(inbox.key.post(Api.KEYS + Inbox.path(id) + "/pause-agent", until));
        var resumed = well(inbox.does(id, "pause-agent", Api.object().putNull("until")));
        assertThat(resumed.data().get("agentPausedUntil").isNull()).isTrue();
        assertThat(inbox.shows(id).get("agentPausedUntil").isNull()).isTrue();
        assertThat(inbox.audited(id)).containsExactly("conversation.agent_paused", "conversation.agent_paused");
    }

    @Test
    void who_takes_it_over_has_it_for_good() {
        well(inbox.does(id, "pause-agent", inAnHour()));

        assertThat(well(inbox.does(id, "take-over"))
                        .data()
                        .get("agentPausedUntil")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2020-01-01T00:00:00Z, agent.pause_has_passed", "soon, field.invalid"})
    void it_is_paused_until_a_time_to_come_only(String until, String code) {
        var answer = inbox.does(id, "pause-agent", Api.object().put("until", until));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.faults()).containsExactly("until " + code);
        assertThat(inbox.does(id, "pause-agent", Api.object()).faults()).containsExactly("until field.required");
    }

    @Test
    void a_conversation_that_is_not_the_stores_is_not_there() {
        var stranger = Inbox.opens(api, backstage);

        assertThat(stranger.does(id, "pause-agent", inAnHour()).status()).isEqualTo(404);
        assertThat(stranger.does(id, "pause-agent", Api.object()).status()).isEqualTo(404);
        assertThat(inbox.shows(id).get("agentPausedUntil").isNull()).isTrue();
    }
}
