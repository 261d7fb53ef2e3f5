package iq.sendy.apidocs.web;

import java.util.List;

/**
 * All that a page says of an operation.
 */
record OperationPage(
        OperationLine line,
        OperationGroup group,
        List<Entrance> doors,
        List<Parameter> parameters,
        BodySent body,
        Success success,
        List<DocumentedRefusal> refusals,
        Trial trial) {

    /**
     * How it is tried.
     *
     * @param curl the call for a shell
     * @param remembered the kind of thing that the answer's id names, so that other pages can offer it; empty when none
     */
    record Trial(String curl, String remembered) {}

    /**
     * The body of a request.
     *
     * @param example JSON, empty when there is none
     * @param part the name of the form's part that is a file; empty when the body is JSON
     */
    record BodySent(
            boolean there, boolean required, String name, List<SchemaField> fields, String example, String part) {

        static final BodySent NOTHING = new BodySent(false, false, "", List.of(), "", "");

        public boolean json() {
            return there && part.isEmpty();
        }

        public boolean file() {
            return !part.isEmpty();
        }

        /** The lines that show the example whole, and leave room on a phone. */
        public int rows() {
            return Math.clamp(example.lines().count() + 1, 4, 18);
        }
    }

    /**
     * What is answered when it is done.
     *
     * @param files the media types, when it is no envelope
     * @param type that of data
     */
    record Success(
            List<String> files, String type, List<SchemaField> fields, String example, List<AnswerHeader> headers) {

        public boolean file() {
            return !files.isEmpty();
        }

        public boolean told() {
            return !fields.isEmpty();
        }

        public boolean empty() {
            return type.equals(SchemaReader.ANY);
        }
    }

    record AnswerHeader(String name, String description) {}

    record DocumentedRefusal(String status, String code, String message) {}

    public boolean asked() {
        return !parameters.isEmpty();
    }

    public boolean keyed() {
        return opensTo(Entrance.Visitor.PROGRAMS);
    }

    public boolean signed() {
        return opensTo(Entrance.Visitor.PEOPLE);
    }

    private boolean opensTo(Entrance.Visitor visitor) {
        return doors.stream().anyMatch(door -> door.visitor() == visitor);
    }
}
