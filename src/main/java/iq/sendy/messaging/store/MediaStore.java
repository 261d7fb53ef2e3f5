package iq.sendy.messaging.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.ExpectedMedium;
import iq.sendy.meta.MediaReference;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Media of messages: where they lie, what they are, and their bytes. */
@Component
public class MediaStore {

    private static final Columns<ExpectedMedium> EXPECTED = Columns.of(ExpectedMedium.class, "e")
            .uuid("id", ExpectedMedium::id)
            .uuid("conversation_id", ExpectedMedium::conversation)
            .uuid("message_id", ExpectedMedium::message)
            .integer("position", ExpectedMedium::position)
            .text("kind", ExpectedMedium::kind)
            .text("provider_id", of(MediaReference::id))
            .text("provider_url", of(MediaReference::url))
            .text("declared_type", of(MediaReference::mimeType))
            .text("declared_sha256", of(MediaReference::sha256))
            .text("file_name", of(MediaReference::fileName))
            .time("created_at", ExpectedMedium::createdAt);

    private static Function<ExpectedMedium, @Nullable String> of(Function<MediaReference, @Nullable String> part) {
        return medium -> part.apply(medium.reference());
    }

    /** Media that are still to be fetched. Sent after their messages, whose rows they hang on. */
    public Query<Boolean> expect(StoreId store, List<ExpectedMedium> media) {
        return Query.write("""
                        insert into messaging.media (store_id, id, conversation_id, message_id, position, kind, state,
                            provider_id, provider_url, declared_type, declared_sha256, file_name, created_at)
                        select :store, e.id, e.conversation_id, e.message_id, e.position, e.kind, 'Pending',
                            e.provider_id, e.provider_url, e.declared_type, e.declared_sha256, e.file_name, e.created_at
                        from\s""" + EXPECTED.table())
                .param("store", store.value())
                .rows(EXPECTED, media);
    }
}
