package iq.sendy.media.model;

/** Numbers in a file, each looked up within its bounds. */
final class ByteCursor {

    private final byte[] file;

    ByteCursor(byte[] file) {
        this.file = file;
    }

    int length() {
        return file.length;
    }

    /** The byte at a place. */
    int at(int index) throws UnreadablePicture {
        if (index < 0 || index >= file.length) {
            throw new UnreadablePicture("It is cut off");
        }
        return file[index] & 0xFF;
    }

    int big16(int index) throws UnreadablePicture {
        return at(index) << 8 | at(index + 1);
    }

    int little16(int index) throws UnreadablePicture {
        return at(index) | at(index + 1) << 8;
    }

    int little24(int index) throws UnreadablePicture {
        return little16(index) | at(index + 2) << 16;
    }

    /** A length of 32 bits, which no file here can have more than 31 of. */
    int big32(int index) throws UnreadablePicture {
        return positive(big16(index) << 16 | big16(index + 2));
    }

    int little32(int index) throws UnreadablePicture {
        return positive(little16(index) | little16(index + 2) << 16);
    }

    private static int positive(int length) throws UnreadablePicture {
        if (length < 0) {
            throw new UnreadablePicture("It is longer than it can be");
        }
        return length;
    }

    /** The end of a part that should be so long; refused when the file ends before it. */
    int end(int from, int length) throws UnreadablePicture {
        var end = (long) from + length;
        if (end > file.length) {
            throw new UnreadablePicture("It is cut off");
        }
        return (int) end;
    }

    /** Whether these bytes stand here, each given as a character. */
    boolean begins(int index, String bytes) {
        if (index < 0 || index + bytes.length() > file.length) {
            return false;
        }
        for (var i = 0; i < bytes.length(); i++) {
            if ((file[index + i] & 0xFF) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
