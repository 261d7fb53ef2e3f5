package iq.sendy.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.OneBehindTheOther;
import iq.sendy.Scenario;
import iq.sendy.World.Backstage;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Members who are removed while a conversation is given to them, in either order: nobody has it who is gone. */
@Scenario
class LeavingMembersTest {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    private Inbox inbox;
    private String conversation;
    private String member;

    @BeforeEach
    void open() {
        inbox = Inbox.opens(api, backstage);
        conversation = inbox.begins("زينب", "9647701234567");
        inbox.receives(conversation, "سلام", 10);
        member = inbox.hires("store.conversations.view");
    }

    private int removes() {
        return inbox.owner.delete(Api.STAFF + "/staff/" + member).status();
    }

    private Api.Reply assigns() {
        return inbox.does(conversation, "assign", Api.object().put("userId", member));
    }

    private void oneBehindTheOther(Runnable first, Runnable second) throws SQLException {
        OneBehindTheOther.make(backstage, inbox.shop.storeId(), first, second);
    }

    @Test
    void who_is_being_removed_is_given_nothing() throws SQLException {
        oneBehindTheOther(
                () -> assertThat(removes()).isEqualTo(200),
                () -> assertThat(assigns().faults()).containsExactly("userId user.unknown"));

        assertThat(inbox.shows(conversation).get("assignedUserId").isNull()).isTrue();
    }

    @Test
    void who_is_removed_while_they_are_given_something_leaves_it() throws SQLException {
        oneBehindTheOther(
                () -> assertThat(assigns().status()).isEqualTo(200),
                () -> assertThat(removes()).isEqualTo(200));

        assertThat(inbox.shows(conversation).get("assignedUserId").isNull()).isTrue();
    }
}
