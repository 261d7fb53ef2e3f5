package iq.sendy.messaging.store;

import iq.sendy.kernel.WireWord;
import iq.sendy.messaging.MediaKind;
import iq.sendy.messaging.MediaState;
import iq.sendy.messaging.MediaView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Media of messages, read with their messages. */
final class MediaRows {

    /** Of {@code messaging.message as m}, named {@code media}; of a withdrawn message nothing is shown. */
    static final String COLUMN = """
            (select jsonb_agg(jsonb_build_object('id', d.id, 'kind', d.kind, 'state', d.state, 'fileName', d.file_name,
                        'mimeType', coalesce(d.media_type, d.declared_type), 'size', d.size) order by d.position)
             from messaging.media as d
             where d.store_id = m.store_id and d.message_id = m.id and m.deleted_at is null)::text as media""";

    /** What is stored as JSON is ours, and read as it was written. */
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final TypeReference<List<MediaRow>> ROWS = new TypeReference<>() {};

    private record MediaRow(
            UUID id,
            String kind,
            String state,
            @Nullable String fileName,
            @Nullable String mimeType,
            @Nullable Long size) {

        MediaView view(UUID conversation) {
            var kept = WireWord.of(MediaState.class, state);
            return new MediaView(
                    id,
                    WireWord.of(MediaKind.class, kind),
                    mimeType,
                    fileName,
                    size,
                    kept == MediaState.STORED ? MediaView.path(conversation, id) : null,
                    kept);
        }
    }

    private MediaRows() {}

    /** Those of the row's message, in their order. */
    static List<MediaView> views(ResultSet row, UUID conversation) throws SQLException {
        var media = row.getString("media");
        return media == null
                ? List.of()
                : JSON.readValue(media, ROWS).stream()
                        .map(found -> found.view(conversation))
                        .toList();
    }
}
