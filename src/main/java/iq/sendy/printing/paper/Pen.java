package iq.sendy.printing.paper;

/** What blocks are drawn with; measures are points before {@link #scale}, counted from the top left. */
interface Pen {

    /** How much smaller everything gets, for it to fit on its sheet. */
    float scale();

    void fill(float x, float y, float width, float height);

    void text(TextLine line, float size, float x, float baseline);
}
