package iq.sendy.apidocs.web;

import java.util.List;

/**
 * A member of a body, or a parameter, in words.
 *
 * @param type what it is: {@code integer}, {@code list of Order}
 * @param notes what else holds, each a few words
 * @param words those that it may have, when they are counted
 * @param members what it consists of, when that is known
 */
record SchemaField(
        String name, String type, boolean required, List<String> notes, List<String> words, List<SchemaField> members) {

    public String note() {
        return String.join("; ", notes);
    }

    public boolean noted() {
        return !notes.isEmpty();
    }

    public boolean chosen() {
        return !words.isEmpty();
    }

    public boolean nested() {
        return !members.isEmpty();
    }
}
