package iq.sendy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.fakes.GraphManner;
import iq.sendy.fakes.ModelManner;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What customers write is answered once: a burst by one reply, from its job's first state to its last. */
class AgentRepliesTest extends TalkScenario {

    @Test
    void a_message_is_answered_by_the_model_and_nobody_else() {
        talk.meets(ModelManner.says("هلا بيك، شتحب تطلب اليوم؟", 1_200, 40));
        talk.writes("هلو");

        talk.settlesAs("Done");

        assertThat(talk.sent()).containsExactly("هلا بيك، شتحب تطلب اليوم؟");
        assertThat(talk.status()).isEqualTo("Pending");
        var job = talk.jobs().getFirst();
        assertThat(job.get("attempts").intValue()).isEqualTo(1);
        assertThat(job.get("inputTokens").longValue()).isEqualTo(1_200);
        assertThat(job.get("outputTokens").longValue()).isEqualTo(40);
        assertThat(job.get("finishedAt").isNull()).isFalse();
        assertThat(talk.asked()).hasSize(1);
        assertThat(talk.asked().getFirst().userTexts()).containsExactly("هلو");
        assertThat(talk.asked().getFirst().endUser())
                .doesNotContain(talk.customer())
                .hasSizeGreaterThan(20);
    }

    @Test
    void a_burst_gets_one_reply() {
        // The engine looks when all of it is there: on a busy machine three writings take longer than the pause of one.
        talk.pauses();
        talk.writes("هلو");
        talk.writes("عندكم ورد؟");
        talk.writes("أحمر");
        talk.goesOn();

        talk.settlesAs("Done");

        assertThat(talk.sent()).hasSize(1);
        assertThat(talk.asked()).hasSize(1);
        assertThat(talk.asked().getFirst().userTexts()).containsExactly("هلو\nعندكم ورد؟\nأحمر");
    }

    @Test
    void who_writes_again_before_the_reply_is_answered_once_for_all_of_it() throws Exception {
        var held = ModelManner.held(ModelManner.says("اهلاً وسهلاً بيك"));
        talk.meets(held);
        talk.writes("هلو");
        held.awaitArrival();
        talk.writes("عندكم ورد؟");
        held.release();

        talk.settlesAs("Superseded newer_message", "Done");
        assertThat(talk.sent()).hasSize(1);
        assertThat(talk.asked().getLast().userTexts()).containsExactly("هلو\nعندكم ورد؟");
    }

    @Test
    void what_is_written_while_a_reply_is_on_its_way_gets_its_own() {
        talk.writes("هلو");
        talk.settlesAs("Done");
        talk.meets(ModelManner.says("اي عدنا، يا لون تحب؟"));
        talk.writes("عندكم ورد؟");
        talk.settlesAs("Done", "Done");

        assertThat(talk.sent()).hasSize(2);
        assertThat(talk.asked().getLast().roles()).containsExactly("user", "assistant", "user");
    }

    @Test
    void what_people_write_from_their_own_hands_takes_the_conversation() throws Exception {
        var held = ModelManner.held(ModelManner.says("اهلاً وسهلاً بيك"));
        talk.meets(held);
        talk.writes("هلو");
        held.awaitArrival();
        assertThat(talk.does("/messages", Api.object().put("text", "أنا وياك")).status())
                .isEqualTo(200);
        held.release();

        talk.settlesAs("Skipped taken_over");
        assertThat(talk.sent()).containsExactly("أنا وياك");
        assertThat(talk.status()).isEqualTo("Open");
    }

    @Test
    void what_nobody_answered_is_answered_when_people_give_the_conversation_back() {
        talk.writes("اريد احچي وية موظف");
        talk.settlesAs("HandedOff asked_for_person");
        talk.writes("زين، شكد سعر الورد؟", Instant.now().minus(Duration.ofMinutes(16)));
        talk.meets(ModelManner.says("هسه أشوفلك"));

        assertThat(talk.does("/hand-back").status()).isEqualTo(200);
        talk.settlesAs("HandedOff asked_for_person", "Done");

        assertThat(talk.sent()).hasSize(2).last().isEqualTo("هسه أشوفلك");
        assertThat(talk.asked().getLast().userTexts()).containsExactly("زين، شكد سعر الورد؟");
        assertThat(talk.status()).isEqualTo("Pending");
    }

    @Test
    void giving_back_what_is_answered_makes_no_job() {
        talk.writes("هلو");
        talk.settlesAs("Done");
        assertThat(talk.does("/take-over").status()).isEqualTo(200);

        assertThat(talk.does("/hand-back").status()).isEqualTo(200);

        talk.settlesAs("Done");
        assertThat(talk.status()).isEqualTo("Pending");
    }

    @Test
    void while_a_model_thinks_the_customer_sees_that_an_answer_is_being_written() throws Exception {
        var held = ModelManner.held(ModelManner.says("اهلاً وسهلاً بيك"));
        var slow = GraphManner.held();
        talk.typingMeets(slow);
        talk.meets(held);
        var message = talk.writes("هلو");
        held.awaitArrival();
        slow.awaitArrival();

        assertThat(talk.typing())
                .singleElement()
                .satisfies(sign -> assertThat(Objects.requireNonNull(sign.body())
                                .path("message_id")
                                .stringValue())
                        .isEqualTo(message));
        held.release();
        // The reply does not wait for Meta to have shown it.
        talk.settlesAs("Done");
        slow.release();
        assertThat(talk.sent()).containsExactly("اهلاً وسهلاً بيك");
    }
}
