package iq.sendy.agent;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.fakes.GraphCall;
import iq.sendy.fakes.ModelManner;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who writes under two names and turns out to be one person is answered once, and nothing that they asked is left out. */
class JoinedContactsTest extends TalkScenario {

    private final String bsuid = "IQ." + UUID.randomUUID();

    private List<String> told() {
        return talk.channelCalls().stream().map(GraphCall::text).toList();
    }

    private List<String> read() {
        return talk.asked().getLast().userTexts();
    }

    @Test
    void what_was_asked_under_another_name_is_answered_by_the_reply_that_is_being_written() throws Exception {
        var held = ModelManner.held(ModelManner.says("هلا بيك", 500, 50));
        talk.meets(held);
        talk.writes("هلو");
        held.awaitArrival();
        talk.pauses();
        talk.writesAs(bsuid, "عندكم ورد؟");

        talk.isAlso(bsuid);
        talk.meets(ModelManner.says("هلا بيك، اي عدنا"));
        held.release();
        talk.goesOn();

        talk.settlesAs("Done", "Superseded conversation_joined");
        assertThat(read()).containsExactly("هلو\nعندكم ورد؟");
        assertThat(told()).containsExactly("هلا بيك، اي عدنا");
        assertThat(talk.jobs().getFirst().get("attempts").intValue()).isOne();
        assertThat(talk.rows("""
                        select sum(input_tokens)::bigint as n from billing.ai_usage_event
                        where store_id = :store and is_billable and abs(input_tokens) = 500
                        """).getFirst().get("n"))
                .as("what nobody got is taken back")
                .isEqualTo(0L);
    }

    @Test
    void a_job_that_waits_takes_it_along() {
        talk.pauses();
        talk.writes("هلو");
        talk.writesAs(bsuid, "عندكم ورد؟");

        talk.isAlso(bsuid);
        talk.settlesAs("Pending", "Superseded conversation_joined");
        talk.goesOn();

        talk.settlesAs("Done", "Superseded conversation_joined");
        assertThat(talk.asked()).hasSize(1);
        assertThat(read()).containsExactly("هلو\nعندكم ورد؟");
    }

    @Test
    void behind_a_reply_that_is_on_its_way_it_gets_its_own() {
        var paused = "insert into jobs.paused_kind (kind, paused_at) values ('messaging.send', now())";
        backstage.jdbc().sql(paused).update();
        try {
            talk.writes("هلو");
            talk.settlesAs("Sending");
            talk.pauses();
            talk.writesAs(bsuid, "عندكم ورد؟");
            talk.isAlso(bsuid);
            talk.settlesAs("Sending", "Superseded conversation_joined");
        } finally {
            backstage
                    .jdbc()
                    .sql("delete from jobs.paused_kind where kind = 'messaging.send'")
                    .update();
        }
        talk.meets(ModelManner.says("اي موجود"));
        talk.goesOn();
        until("its own follows", () -> talk.states().size() == 3);
        talk.jobsAreDue();

        talk.settlesAs("Done", "Superseded conversation_joined", "Done");
        assertThat(told()).endsWith("اي موجود").hasSize(2);
        assertThat(read()).containsExactly("هلو", "عندكم ورد؟");
    }

    @Test
    void a_reply_that_is_being_written_goes_on_where_the_conversation_is() throws Exception {
        talk.writes("هلو");
        talk.settlesAs("Done");
        var held = ModelManner.held(ModelManner.says("اي عدنا"));
        talk.meets(held);
        talk.writesAs(bsuid, "عندكم ورد؟");
        held.awaitArrival();

        talk.isAlso(bsuid);
        talk.settlesAs("Done", "Generating");
        held.release();

        talk.settlesAs("Done", "Done");
        assertThat(told()).hasSize(2).endsWith("اي عدنا");
        assertThat(talk.status()).isEqualTo("Pending");
    }

    @Test
    void where_people_have_the_one_they_have_both() {
        talk.writes("هلو");
        talk.settlesAs("Done");
        assertThat(talk.does("/take-over").status()).isEqualTo(200);
        talk.pauses();
        talk.writesAs(bsuid, "عندكم ورد؟");

        talk.isAlso(bsuid);
        talk.goesOn();

        talk.settlesAs("Done", "Skipped conversation_taken");
        assertThat(talk.status()).isEqualTo("Open");
        assertThat(told()).hasSize(1);
    }
}
